package io.fieldstick.windows;

import java.util.List;
import java.util.function.Function;

/** The answer to a question put to Windows: the value, that there is none, or why it could not be read. */
public sealed interface Reading<T> {

    /** The value that was read. */
    record Present<T>(T value) implements Reading<T> {}

    /** There is no such thing on this Windows. */
    record Absent<T>() implements Reading<T> {}

    /** It may be there or not: Windows refused to say. */
    record Unreadable<T>(WindowsError why) implements Reading<T> {}

    static <T> Reading<T> of(T value) {
        return new Present<>(value);
    }

    static <T> Reading<T> absent() {
        return new Absent<>();
    }

    static <T> Reading<T> unreadable(WindowsError why) {
        return new Unreadable<>(why);
    }

    /** The same answer about {@code f} of the value. */
    default <R> Reading<R> map(Function<? super T, ? extends R> f) {
        return flatMap(value -> of(f.apply(value)));
    }

    /** What {@code f} answers for the value; absent and unreadable stay as they are. */
    default <R> Reading<R> flatMap(Function<? super T, Reading<R>> f) {
        if (this instanceof Present<T> present) {
            return f.apply(present.value());
        }
        if (this instanceof Unreadable<T> unreadable) {
            return unreadable(unreadable.why());
        }
        return absent();
    }

    /** The value, or {@code other} where it is absent or unreadable: only where the difference cannot matter. */
    default T orElse(T other) {
        return this instanceof Present<T> present ? present.value() : other;
    }

    /** The same answer, with {@code other} where there is no such thing; unreadable stays as it is. */
    default Reading<T> ifAbsent(T other) {
        return this instanceof Absent ? of(other) : this;
    }

    /** The same answer where it could be read; otherwise the refusal, for whoever must not go on without it. */
    default Reading<T> orThrow() {
        if (this instanceof Unreadable<T> unreadable) {
            throw new WindowsException(unreadable.why());
        }
        return this;
    }

    /** Whether all of them hold: a no decides it, whatever else could not be read. */
    static Reading<Boolean> all(List<Reading<Boolean>> answers) {
        return decided(answers, false);
    }

    /** Whether any of them holds: a yes decides it, whatever else could not be read. */
    static Reading<Boolean> any(List<Reading<Boolean>> answers) {
        return decided(answers, true);
    }

    private static Reading<Boolean> decided(List<Reading<Boolean>> answers, boolean by) {
        if (answers.contains(of(by))) {
            return of(by);
        }
        return answers.stream().filter(Reading::isUnreadable).findFirst().orElse(of(!by));
    }

    default boolean isPresent() {
        return this instanceof Present;
    }

    default boolean isAbsent() {
        return this instanceof Absent;
    }

    default boolean isUnreadable() {
        return this instanceof Unreadable;
    }
}
