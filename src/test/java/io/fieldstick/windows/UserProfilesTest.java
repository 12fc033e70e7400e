package io.fieldstick.windows;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.fieldstick.message.Message;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class UserProfilesTest {
    private static final String ZHANG = "S-1-5-21-1-2-3-1001";
    private static final String LI = "S-1-5-21-1-2-3-1002";
    private static final String ENTRA = "S-1-12-1-4-5-6-7";

    private final Answers registry = new Answers();

    @Test
    void peopleAreKeptAndServicesAreNot() {
        list(ZHANG, "%SystemDrive%\\Users\\zhangsm");
        list(ENTRA, "D:\\Users\\李娜");
        list("S-1-5-18", "%systemroot%\\system32\\config\\systemprofile");
        list("S-1-5-80-1-2-3-4-5", "C:\\Users\\MSSQL$X");
        registry.loaded.addAll(List.of(".DEFAULT", "S-1-5-18", ZHANG, ZHANG + "_Classes"));

        UserProfiles profiles = UserProfiles.of(registry);

        assertThat(profiles.all())
                .extracting(UserProfile::name, UserProfile::path, UserProfile::loaded)
                .containsExactly(
                        tuple("zhangsm", Reading.of("C:\\Users\\zhangsm"), true),
                        tuple("李娜", Reading.of("D:\\Users\\李娜"), false));
        assertThat(profiles.unread()).isEmpty();
        assertThat(profiles.loaded()).hasSize(1);
    }

    @Test
    void aProfileThatWindowsSetAsideIsKeptBesideItsTemporaryOne() {
        list(ZHANG + ".bak", "C:\\Users\\zhangsm");
        list(ZHANG, "C:\\Users\\TEMP");
        registry.loaded.add(ZHANG);

        List<UserProfile> profiles = UserProfiles.of(registry).all();

        assertThat(profiles)
                .extracting(UserProfile::sid, UserProfile::standing, UserProfile::loaded)
                .containsExactly(
                        tuple(ZHANG, UserProfile.Standing.SET_ASIDE, false),
                        tuple(ZHANG, UserProfile.Standing.TEMPORARY, true));
        assertThat(profiles.get(0).key("Software")).hasToString("HKU\\" + ZHANG + ".bak\\Software");
        assertThat(profiles.get(1).key("Software")).hasToString("HKU\\" + ZHANG + "\\Software");
    }

    @Test
    void aLoadedUserWhomTheListDoesNotNameIsKeptWithoutAFolder() {
        registry.keys.put(UserProfiles.LIST, List.of());
        registry.loaded.add(LI);

        assertThat(UserProfiles.of(registry).all())
                .containsExactly(new UserProfile(LI, LI, Reading.absent(), true, UserProfile.Standing.IN_USE));
    }

    @Test
    void aListThatCannotBeReadIsNotAnEmptyOne() {
        registry.refused = true;
        registry.loaded.add(LI);

        UserProfiles profiles = UserProfiles.of(registry);

        assertThat(profiles.unread()).extracting(WindowsError::code).contains(WindowsError.ACCESS_DENIED);
        assertThat(profiles.all()).hasSize(1);
        assertThat(profiles.all().get(0).path().isUnreadable()).isTrue();
    }

    @Test
    void aFolderWithAVariableNobodyKnowsIsUnreadable() {
        list(ZHANG, "%NoSuch%\\Users\\zhangsm");

        UserProfiles profiles = UserProfiles.of(registry);

        assertThat(profiles.all().get(0).path().isUnreadable()).isTrue();
        assertThat(profiles.unread()).hasSize(1);
    }

    @Test
    void aUsersVariablesAreItsOwn() {
        UserProfile zhang = new UserProfile(
                ZHANG, "zhangsm", Reading.of("D:\\Profiles\\zhangsm"), true, UserProfile.Standing.IN_USE);
        registry.keys.put(zhang.key("Environment"), List.of());
        registry.values.put(zhang.key("Environment"), Map.of("Mail", RegistryValue.expandSz("%USERPROFILE%\\Mail")));
        EnvironmentVariables variables =
                EnvironmentVariables.ofMachine(registry).of(zhang, registry);

        assertThat(variables.expand("%mail%\\x")).isEqualTo("D:\\Profiles\\zhangsm\\Mail\\x");
        assertThat(variables.expand("100%")).isEqualTo("100%");
        assertThat(variables.expand("%nobody%SystemRoot%")).isEqualTo("%nobodyC:\\Windows");
        assertThat(variables.expand("%%")).isEqualTo("%%");
    }

    private void list(String name, String path) {
        registry.keys.merge(UserProfiles.LIST, List.of(name), (a, b) -> {
            List<String> both = new ArrayList<>(a);
            both.addAll(b);
            return both;
        });
        registry.values.put(UserProfiles.LIST.child(name), Map.of("ProfileImagePath", RegistryValue.expandSz(path)));
    }

    /** A registry of a few answers; {@code C:\Windows} is where it says that Windows is. */
    private static final class Answers implements RegistryView {
        private final Map<RegistryKey, List<String>> keys = new HashMap<>();
        private final Map<RegistryKey, Map<String, RegistryValue>> values = new HashMap<>(Map.of(
                RegistryKey.machine("SOFTWARE\\Microsoft\\Windows NT\\CurrentVersion"),
                Map.of("SystemRoot", RegistryValue.sz("C:\\Windows"))));
        private final List<String> loaded = new ArrayList<>();
        private boolean refused;

        @Override
        public Reading<RegistryValue> value(RegistryKey key, String name) {
            RegistryValue value = values.getOrDefault(key, Map.of()).get(name);
            return refused ? refusal() : value == null ? Reading.absent() : Reading.of(value);
        }

        @Override
        public Reading<List<String>> valueNames(RegistryKey key) {
            Map<String, RegistryValue> found = values.get(key);
            return refused ? refusal() : found == null ? Reading.absent() : Reading.of(List.copyOf(found.keySet()));
        }

        @Override
        public Reading<List<String>> subkeys(RegistryKey key) {
            List<String> found = keys.get(key);
            return refused ? refusal() : found == null ? Reading.absent() : Reading.of(found);
        }

        @Override
        public Reading<List<String>> users() {
            return Reading.of(loaded);
        }

        private static <T> Reading<T> refusal() {
            return Reading.unreadable(new WindowsError(Message.of("x"), WindowsError.ACCESS_DENIED, ""));
        }
    }
}
