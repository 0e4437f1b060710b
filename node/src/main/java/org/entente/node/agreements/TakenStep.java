package org.entente.node.agreements;

import org.entente.node.exchange.MessageId;

/** A step of an agreement's life that an officer took, and where it is now. */
public record TakenStep(MessageId step, StepState state) {}
