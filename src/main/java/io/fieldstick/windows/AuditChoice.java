package io.fieldstick.windows;

/** Which events of a subcategory Windows writes into the security log. */
public record AuditChoice(boolean success, boolean failure) {}
