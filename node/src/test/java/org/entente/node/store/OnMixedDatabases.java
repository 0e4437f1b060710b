package org.entente.node.store;

import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Two nodes of a test keep their rows in different kinds of databases, as those of two ministries
 * may. Which side has which is drawn for each class, and said; {@code -Dentente.draw=NUMBER} draws
 * the same again. A quick run ({@code -Dentente.databases=SQLITE}) takes what is named for both.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Inherited
@ExtendWith(Database.Removed.class)
public @interface OnMixedDatabases {}
