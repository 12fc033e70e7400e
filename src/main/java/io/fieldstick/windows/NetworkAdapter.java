package io.fieldstick.windows;

/**
 * A network adapter.
 *
 * @param description what its driver calls it
 * @param address the address that is burnt into it, where the driver tells it, else the one it uses
 * @param physical whether it is a piece of hardware, not made by software
 */
public record NetworkAdapter(String description, MacAddress address, boolean physical) {}
