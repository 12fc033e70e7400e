package io.fieldstick;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.io.PrintStream;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Who may call whom, and who alone may use what: the rules of src/site/markdown/architecture.md. */
class ArchitectureTest {
    private static final String ROOT = "io.fieldstick.";
    private static final JavaClasses PROGRAM = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("io.fieldstick");

    /** Each package and those of this program that it may call beside itself; subpackages go with their parent. */
    private static final Map<String, List<String>> MAY_CALL = Map.ofEntries(
            Map.entry("message", List.of()),
            Map.entry("windows", List.of("message")),
            Map.entry("profile", List.of("message", "windows")),
            Map.entry("setting", List.of("message", "windows", "profile")),
            Map.entry("userdata", List.of("message", "windows", "profile")),
            Map.entry("audit", List.of("message", "windows", "userdata")),
            Map.entry("provision", List.of("message", "windows", "setting", "profile")),
            Map.entry("backup", List.of("message", "windows", "userdata", "audit")),
            Map.entry("report", List.of("message", "windows", "setting", "provision", "audit", "userdata", "backup")),
            Map.entry("stick", List.of("message", "windows", "setting", "provision", "report")));

    @TestFactory
    Stream<DynamicTest> packagesCallInOneDirection() {
        return MAY_CALL.entrySet().stream()
                .map(entry -> DynamicTest.dynamicTest(
                        entry.getKey() + " calls " + entry.getValue(),
                        () -> onlyCalls(entry.getKey(), entry.getValue()).check(PROGRAM)));
    }

    private static ArchRule onlyCalls(String name, List<String> others) {
        String[] allowed = Stream.concat(Stream.of(name), others.stream())
                .map(other -> ROOT + other + "..")
                .toArray(String[]::new);
        return noClasses()
                .that()
                .resideInAPackage(ROOT + name + "..")
                .should()
                .dependOnClassesThat(
                        resideInAPackage("io.fieldstick..").and(JavaClass.Predicates.resideOutsideOfPackages(allowed)))
                .allowEmptyShould(true);
    }

    @Test
    void thePortDoesNotKnowItsAdapters() {
        noClasses()
                .that()
                .resideInAPackage("io.fieldstick.windows")
                .should()
                .dependOnClassesThat(
                        resideInAnyPackage("io.fieldstick.windows.live..", "io.fieldstick.windows.offline.."))
                .check(PROGRAM);
    }

    @Test
    void onlyTheWiringNamesTheRunningWindows() {
        noClasses()
                .that()
                .resideOutsideOfPackages("io.fieldstick.windows.live..", "io.fieldstick")
                .should()
                .dependOnClassesThat(resideInAPackage("io.fieldstick.windows.live.."))
                .check(PROGRAM);
    }

    @Test
    void onlyTheRunningWindowsUsesJna() {
        onlyIn("com.sun.jna..", "io.fieldstick.windows.live..").check(PROGRAM);
    }

    @Test
    void onlyTheProfileUsesSnakeYaml() {
        onlyIn("org.yaml..", "io.fieldstick.profile..").check(PROGRAM);
    }

    @Test
    void onlyTheRosterUsesFastCsv() {
        onlyIn("de.siegmar..", "io.fieldstick.profile.roster..").check(PROGRAM);
    }

    @Test
    void onlyTheCommandLineUsesPicocli() {
        onlyIn("picocli..", "io.fieldstick.cli..", "io.fieldstick").check(PROGRAM);
    }

    @Test
    void onlyThePageUsesTemplates() {
        onlyIn("gg.jte..", "io.fieldstick.report").check(PROGRAM);
    }

    private static ArchRule onlyIn(String library, String... places) {
        return noClasses()
                .that()
                .resideOutsideOfPackages(places)
                .should()
                .dependOnClassesThat(resideInAPackage(library))
                .allowEmptyShould(true);
    }

    @Test
    void onlyTheCommandLineWritesToStandardOutput() {
        for (String stream : List.of("out", "err")) {
            noClasses()
                    .that()
                    .resideOutsideOfPackages("io.fieldstick.cli..", "io.fieldstick")
                    .should()
                    .accessField(System.class, stream)
                    .check(PROGRAM);
        }
        noClasses()
                .that()
                .resideOutsideOfPackages("io.fieldstick.cli..", "io.fieldstick")
                .should()
                .callMethod(System.class, "setOut", PrintStream.class)
                .check(PROGRAM);
    }

    @Test
    void packagesHaveNoCycles() {
        slices().matching("io.fieldstick.(*)..").should().beFreeOfCycles().check(PROGRAM);
    }

    @Test
    void exceptionsAndErrorsAsideEveryClassOfThePortIsAValueOrAnInterface() {
        classes()
                .that()
                .resideInAPackage("io.fieldstick.windows")
                .should()
                .onlyDependOnClassesThat(resideInAnyPackage(
                                "io.fieldstick.windows", "io.fieldstick.message", "java..", "org.jspecify..")
                        .and(JavaClass.Predicates.resideOutsideOfPackages("java.io..", "java.nio.file..", "java.net.."))
                        .or(JavaClass.Predicates.belongToAnyOf(java.io.Serializable.class)))
                .check(PROGRAM);
    }
}
