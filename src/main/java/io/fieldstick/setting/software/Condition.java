package io.fieldstick.setting.software;

import io.fieldstick.message.Message;
import io.fieldstick.windows.Reading;

/** Something that must hold of the machine for a rule to apply. */
public sealed interface Condition {

    /** Whether it holds. */
    Reading<Boolean> holdsFor(Equipment equipment);

    /** What it asks for. */
    Message title();

    /**
     * At least so much memory.
     *
     * @param bytes as it is sold: Windows reports up to an eighth less, which the graphics and the firmware keep back
     *     (MS docs: GetPhysicallyInstalledSystemMemory)
     */
    record MemoryAtLeast(long bytes) implements Condition {
        private static final int KEPT_BACK = 8;

        @Override
        public Reading<Boolean> holdsFor(Equipment equipment) {
            return equipment.memory().map(memory -> memory >= bytes - bytes / KEPT_BACK);
        }

        @Override
        public Message title() {
            return Message.of("software.when.memory-at-least", bytes >> 20);
        }
    }

    /** Less memory than {@code bytes}: exactly where {@link MemoryAtLeast} does not hold. */
    record MemoryBelow(long bytes) implements Condition {
        @Override
        public Reading<Boolean> holdsFor(Equipment equipment) {
            return new MemoryAtLeast(bytes).holdsFor(equipment).map(enough -> !enough);
        }

        @Override
        public Message title() {
            return Message.of("software.when.memory-below", bytes >> 20);
        }
    }

    /** This build of Windows or a later one. */
    record BuildAtLeast(long build) implements Condition {
        @Override
        public Reading<Boolean> holdsFor(Equipment equipment) {
            return equipment.build().map(actual -> actual >= build);
        }

        @Override
        public Message title() {
            return Message.of("software.when.build-at-least", build);
        }
    }

    /** A build of Windows before this one. */
    record BuildBelow(long build) implements Condition {
        @Override
        public Reading<Boolean> holdsFor(Equipment equipment) {
            return equipment.build().map(actual -> actual < build);
        }

        @Override
        public Message title() {
            return Message.of("software.when.build-below", build);
        }
    }

    /** Windows for this kind of processor. */
    record Architecture(String name) implements Condition {
        @Override
        public Reading<Boolean> holdsFor(Equipment equipment) {
            return equipment.architecture().map(name::equals);
        }

        @Override
        public Message title() {
            return Message.of("software.when.architecture", name);
        }
    }
}
