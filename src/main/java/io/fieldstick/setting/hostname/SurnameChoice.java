package io.fieldstick.setting.hostname;

import java.util.List;

/** A surname that families read differently, with its readings in letters, the likeliest first. */
public record SurnameChoice(String surname, List<String> readings) {
    public SurnameChoice {
        readings = List.copyOf(readings);
    }
}
