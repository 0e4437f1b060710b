/**
 * How long cases are kept: review at the latest six months after an exchange was concluded,
 * extension by two persons, erasure when nobody decides, legal hold, restriction instead of erasure
 * (Directive (EU) 2023/977 Art. 16(3), (4); Directive (EU) 2016/680 Art. 5, 16(3)). Never sees
 * content. May use act, casework, partners, officers, ledger, store, work.
 */
@org.jspecify.annotations.NullMarked
package org.entente.node.retention;
