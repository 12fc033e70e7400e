package io.fieldstick.userdata;

import io.fieldstick.message.Message;
import java.util.List;
import java.util.Optional;

/** What a program of which nothing can be asked keeps at the same places below every user's known folders. */
record FixedPlaces(String name, Optional<Message> advice, List<Spot> spots) implements UserDataKind {

    /** A path or pattern below a known folder. */
    record Spot(KnownFolder folder, String path) {}

    static FixedPlaces of(String name, Spot... spots) {
        return new FixedPlaces(name, Optional.empty(), List.of(spots));
    }

    FixedPlaces advising(Message words) {
        return new FixedPlaces(name, Optional.of(words), spots);
    }

    static Spot documents(String path) {
        return new Spot(KnownFolder.DOCUMENTS, path);
    }

    static Spot roaming(String path) {
        return new Spot(KnownFolder.ROAMING, path);
    }

    static Spot local(String path) {
        return new Spot(KnownFolder.LOCAL, path);
    }

    static Spot localLow(String path) {
        return new Spot(KnownFolder.LOCAL_LOW, path);
    }

    @Override
    public List<Place> ofUser(UserHome user) {
        return spots.stream()
                .flatMap(spot -> user.in(spot.folder(), spot.path(), name).stream())
                .map(place -> place.advising(advice))
                .toList();
    }
}
