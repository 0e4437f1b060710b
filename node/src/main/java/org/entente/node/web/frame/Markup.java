package org.entente.node.web.frame;

import gg.jte.Content;

/** A piece of a page that is markup already; what was typed in it is escaped. */
@FunctionalInterface
public interface Markup extends Content {}
