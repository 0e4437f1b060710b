package org.entente.node.store;

import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Runs a test class once on each database that a node can keep its rows in; its field of type
 * {@link Database} says on which. A quick run ({@code -Dentente.databases=SQLITE}) takes those that
 * are named.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Inherited
@ParameterizedClass(name = "{0}")
@MethodSource("org.entente.node.store.Database#wanted")
@ExtendWith(Database.Removed.class)
public @interface OnBothDatabases {}
