package io.fieldstick.windows;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What drives and volumes say of themselves in {@link InMemoryWindows}; absent until a test says otherwise. */
public final class InMemoryDisks implements Disks {
    private final Map<String, Reading<Boolean>> predictions = new TreeMap<>();
    private final Map<String, Identity> identities = new TreeMap<>();
    private final Map<Character, List<Extent>> extents = new TreeMap<>();
    private final Map<Character, Boolean> dirty = new TreeMap<>();
    private final Map<Character, Reading<BitLocker>> bitLocker = new TreeMap<>();

    public InMemoryDisks predictsFailure(String device, boolean predicts) {
        predictions.put(device, Reading.of(predicts));
        return this;
    }

    public InMemoryDisks identity(String device, String model, String serial, int bus) {
        identities.put(device, new Identity(model, serial, bus));
        return this;
    }

    public InMemoryDisks extent(char letter, int disk, long start, long length) {
        extents.put(letter, List.of(new Extent(disk, start, length)));
        return this;
    }

    public InMemoryDisks dirty(char letter, boolean isDirty) {
        dirty.put(letter, isDirty);
        return this;
    }

    public InMemoryDisks bitLocker(char letter, Reading<BitLocker> state) {
        bitLocker.put(letter, state);
        return this;
    }

    @Override
    public Reading<Boolean> predictsFailure(String device) {
        return predictions.getOrDefault(device, Reading.absent());
    }

    @Override
    public Reading<Identity> identity(String device) {
        Identity identity = identities.get(device);
        return identity == null ? Reading.absent() : Reading.of(identity);
    }

    @Override
    public Reading<List<Extent>> extents(char letter) {
        List<Extent> known = extents.get(letter);
        return known == null ? Reading.absent() : Reading.of(known);
    }

    @Override
    public Reading<Boolean> dirty(char letter) {
        Boolean known = dirty.get(letter);
        return known == null ? Reading.absent() : Reading.of(known);
    }

    @Override
    public Reading<BitLocker> bitLocker(char letter) {
        return bitLocker.getOrDefault(letter, Reading.absent());
    }
}
