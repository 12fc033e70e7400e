package io.fieldstick.setting;

import io.fieldstick.message.Message;
import io.fieldstick.profile.Field;
import io.fieldstick.profile.Problem;
import io.fieldstick.profile.Profile;
import io.fieldstick.profile.Shape;
import io.fieldstick.profile.Span;
import io.fieldstick.profile.Value;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** Everything that can be asked of a workstation, in the order in which it is brought about. */
public final class SettingCatalogue {

    /** AutoPlay first: it protects the machine from the stick. The host name before software that remembers it; controls after it that brings them. */
    private static final List<SettingKind> KINDS = List.of(
            AutoPlay.KIND,
            HostName.KIND,
            ProxySection.KIND,
            TrustedSitesSection.KIND,
            InternetExplorerMode.KIND,
            RegistryValues.KIND,
            WindowsService.KIND,
            TimeZoneOfPlace.KIND,
            TimeServer.KIND,
            RestTimes.KIND,
            SecurityPolicy.KIND,
            Software.KIND,
            ActiveXControl.KIND,
            FileType.KIND,
            WindowsItself.KIND);

    private SettingCatalogue() {}

    public static List<SettingKind> kinds() {
        return KINDS;
    }

    /** What may be in a profile: the sections, and how much their settings matter. */
    public static Shape.Record sections() {
        List<Field> fields = new ArrayList<>();
        KINDS.forEach(kind -> fields.add(kind.field()));
        fields.addAll(Weights.FIELDS);
        return new Shape.Record(fields);
    }

    /**
     * The settings of {@code profile}, in the catalogue's order.
     *
     * @param selected which sections are wanted
     * @param problems where a section's problems are reported
     */
    public static List<Setting<?>> settings(
            Profile profile, Predicate<String> selected, Answers answers, List<Problem> problems) {
        List<Setting<?>> settings = new ArrayList<>();
        for (SettingKind kind : KINDS) {
            Optional<Value> section = profile.section(kind.section());
            if (section.isPresent() && selected.test(kind.section())) {
                List<Setting<?>> made = kind.maker().make(section.get(), answers, problems);
                refuseTwice(made, section.get().span(), problems);
                settings.addAll(made);
            }
        }
        return settings;
    }

    /** Two settings of one name would be told, waived and undone as one, and might ask for the opposite of each other. */
    private static void refuseTwice(List<Setting<?>> settings, Span section, List<Problem> problems) {
        Set<String> names = new HashSet<>();
        for (Setting<?> setting : settings) {
            if (!names.add(setting.name().toLowerCase(Locale.ROOT))) {
                problems.add(Problem.of(Message.of("setting.problem.twice", setting.name()), section));
            }
        }
    }
}
