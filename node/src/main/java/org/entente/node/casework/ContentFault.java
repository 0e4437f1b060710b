package org.entente.node.casework;

/**
 * One thing that is wrong with a draft.
 *
 * @param field the field's name in the API and on the page
 * @param key of the sentence in the message bundles: {@code content.fault.<key>}
 * @param limit the bound that was crossed, 0 where there is none
 */
public record ContentFault(String field, String key, int limit) {}
