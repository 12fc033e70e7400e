package io.fieldstick.windows.offline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fieldstick.windows.InMemoryWindows;
import io.fieldstick.windows.Reading;
import io.fieldstick.windows.RegistryKey;
import io.fieldstick.windows.RegistryValue;
import io.fieldstick.windows.Windows;
import io.fieldstick.windows.WindowsError;
import io.fieldstick.windows.WindowsException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class WithAllUsersTest {
    private static final String ZHANG = "S-1-5-21-1-2-3-1001";
    private static final String LI = "S-1-5-21-1-2-3-1002";
    private static final String FILE = "C:\\Users\\lisi\\NTUSER.DAT";
    private static final RegistryValue ONE = RegistryValue.dword(1);

    private final InMemoryWindows windows = new InMemoryWindows()
            .user(ZHANG, "C:\\Users\\zhangsan", true)
            .user(LI, "C:\\Users\\lisi", true)
            .signOut(LI)
            .defaultUser();

    private static RegistryKey key(String user) {
        return RegistryKey.user(user, "Software\\X");
    }

    @Test
    void everyUserIsTheSignedInTheOthersAndTheOneToCome() {
        windows.user("S-1-5-21-1-2-3-1003", "C:\\Users\\deleted", false)
                .put(
                        InMemoryWindows.PROFILE_LIST.child(ZHANG + ".bak"),
                        "ProfileImagePath",
                        RegistryValue.sz("C:\\Users\\lisi"));
        assertThat(new WithUnloadedUsers(windows).registry().everyUser())
                .isEqualTo(Reading.of(List.of(RegistryKey.DEFAULT_USER, ZHANG, LI)));
        assertThat(windows.registry().everyUser()).isEqualTo(Reading.of(List.of(ZHANG)));
    }

    @Test
    void whatIsWrittenForAUserWhoIsNotSignedInIsInTheFile() {
        try (WithAllUsers all = new WithAllUsers(windows)) {
            all.registry().set(key(LI), "v", ONE);
            all.registry().set(key(RegistryKey.DEFAULT_USER), "v", ONE);
            assertThat(all.registry().value(key(LI), "v")).isEqualTo(Reading.of(ONE));
            assertThat(all.registry().value(key(RegistryKey.DEFAULT_USER), "v")).isEqualTo(Reading.of(ONE));
        }
        WithUnloadedUsers files = new WithUnloadedUsers(windows);
        assertThat(files.registry().value(key(LI), "v")).isEqualTo(Reading.of(ONE));
        assertThat(files.registry().value(key(RegistryKey.DEFAULT_USER), "v")).isEqualTo(Reading.of(ONE));
        assertThat(windows.registry().users().orElse(List.of())).noneMatch(name -> name.startsWith("Fieldstick"));
    }

    @Test
    void oneHiveIsShownAtATimeAndNoneAfterASetting() {
        WithAllUsers all = new WithAllUsers(windows);
        all.registry().set(key(LI), "a", ONE);
        all.registry().set(key(LI), "b", ONE);
        all.registry().deleteValue(key(RegistryKey.DEFAULT_USER), "v");
        all.release();
        assertThat(windows.writes())
                .containsExactly(
                        "load " + FILE + " as HKU\\Fieldstick-" + LI,
                        "set HKU\\Fieldstick-" + LI + "\\Software\\X!a = 1",
                        "set HKU\\Fieldstick-" + LI + "\\Software\\X!b = 1",
                        "unload HKU\\Fieldstick-" + LI,
                        "load C:\\Users\\Default\\NTUSER.DAT as HKU\\Fieldstick-default-user",
                        "delete HKU\\Fieldstick-default-user\\Software\\X!v",
                        "unload HKU\\Fieldstick-default-user");
    }

    @Test
    void whatAKilledRunLeftOpenIsClosedByTheNextOne() {
        new WithAllUsers(windows).registry().set(key(LI), "v", ONE);
        assertThat(windows.registry().users().orElse(List.of())).contains("Fieldstick-" + LI);
        assertThat(new WithUnloadedUsers(windows).registry().value(key(LI), "v"))
                .isEqualTo(Reading.of(ONE));
        new WithAllUsers(windows).close();
        assertThat(windows.registry().users().orElse(List.of())).doesNotContain("Fieldstick-" + LI);
        assertThat(new WithUnloadedUsers(windows).registry().value(key(LI), "v"))
                .isEqualTo(Reading.of(ONE));
    }

    @Test
    void aHiveThatWindowsDoesNotLetGoOfIsToldAndTheRestGoesOn() {
        WithAllUsers all = new WithAllUsers(windows);
        all.registry().set(key(LI), "v", ONE);
        windows.holdHives(WindowsError.ACCESS_DENIED);
        all.close();
        assertThat(all.stuck()).extracting(WindowsError::code).containsExactly(WindowsError.ACCESS_DENIED);
        assertThat(all.registry().value(key(LI), "v")).isEqualTo(Reading.of(ONE));
    }

    @Test
    void aHiveThatIsInUseIsUnreadableAndItsUserIsNotLeftOut() {
        windows.unreadable(FILE, WindowsError.SHARING_VIOLATION);
        try (WithAllUsers all = new WithAllUsers(windows)) {
            assertThat(all.registry().everyUser().orElse(List.of())).contains(LI);
            assertThat(all.registry().value(key(LI), "v").isUnreadable()).isTrue();
            assertRefused(all, key(LI), WindowsError.SHARING_VIOLATION);
        }
    }

    @Test
    void aFileThatIsNoHiveIsRefusedAndNothingIsLeftBehind() {
        windows.bytes(FILE, "WINE REGISTRY Version 2".getBytes(java.nio.charset.StandardCharsets.US_ASCII));
        try (WithAllUsers all = new WithAllUsers(windows)) {
            assertRefused(all, key(LI), 1009);
        }
        assertThat(windows.registry().users().orElse(List.of())).noneMatch(name -> name.startsWith("Fieldstick"));
    }

    @Test
    void aProfileWhoseFolderCannotBeToldIsUnreadable() {
        windows.put(InMemoryWindows.PROFILE_LIST.child(LI), "ProfileImagePath", RegistryValue.sz("%Unknown%\\lisi"));
        WithUnloadedUsers all = new WithUnloadedUsers(windows);
        assertThat(all.registry().everyUser().orElse(List.of())).contains(LI);
        assertThat(all.registry().value(key(LI), "v").isUnreadable()).isTrue();
    }

    @Test
    void classesOfAUserWhoIsNotSignedInAreAFileOfTheirOwnAndAreNotWrittenIntoTheOther() {
        try (WithAllUsers all = new WithAllUsers(windows)) {
            assertRefused(all, RegistryKey.user(LI, "Software\\Classes\\.tif"), WindowsError.NOT_SUPPORTED);
            all.registry().set(RegistryKey.user(LI, "Software\\ClassesOfMine"), "v", ONE);
        }
    }

    private static void assertRefused(WithAllUsers all, RegistryKey key, int code) {
        assertThatThrownBy(() -> all.registry().set(key, "v", ONE))
                .isInstanceOfSatisfying(
                        WindowsException.class,
                        e -> assertThat(e.error().code()).isEqualTo(code));
    }

    static Stream<Method> everyMethodOfThePort() {
        return Stream.of(Windows.class.getMethods())
                .filter(method -> !Modifier.isStatic(method.getModifiers()) && !method.isBridge());
    }

    /** A method with a default would answer "absent" for a Windows that knows the answer. */
    @ParameterizedTest
    @MethodSource("everyMethodOfThePort")
    void everyQuestionIsPassedOn(Method method) throws ReflectiveOperationException {
        Class<?> declaring = WithAllUsers.class
                .getMethod(method.getName(), method.getParameterTypes())
                .getDeclaringClass();
        assertThat(declaring).isIn(WithAllUsers.class, WithUnloadedUsers.class);
    }
}
