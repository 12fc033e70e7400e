package io.fieldstick.cli;

import io.fieldstick.message.Message;
import io.fieldstick.profile.ProfileReader;
import io.fieldstick.profile.ProfileReading;
import io.fieldstick.userdata.SpecialProgram;
import io.fieldstick.userdata.UserDataReport;
import io.fieldstick.userdata.UserDataSearch;
import io.fieldstick.windows.WindowsView;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The search for what must be saved, with the rules of the stick and a line at the console that shows how far it is. */
final class DataSearch {
    private DataSearch() {}

    /**
     * Walks the disks of {@code windows} until the end or Ctrl-C.
     *
     * @param backupDrive what is not searched because the backup goes there
     * @throws ProfileProblems where the stick's rules for special programs are in error
     */
    static UserDataReport of(Session session, WindowsView windows, List<String> backupDrive, int threads) {
        session.say(Message.of("cli.looking-for-data"));
        List<String> ourOwn = new ArrayList<>(backupDrive);
        ourOwn.add(session.surroundings().home().folder().toString());
        UserDataReport report = UserDataSearch.of(windows, specialPrograms(session), ourOwn, threads, progress -> {
            session.walk(progress);
            return !session.interrupted();
        });
        session.walked();
        if (!report.whole()) {
            session.say(Message.of("cli.walk-stopped"));
        }
        return report;
    }

    /** The rules of the stick; a stick from which somebody took the file looks for none. */
    private static List<SpecialProgram> specialPrograms(Session session) {
        Path file = session.surroundings().home().profiles().resolve("special-programs.yaml");
        if (!Files.exists(file)) {
            session.note(Message.of("cli.no-special-programs", file.toString()));
            return List.of();
        }
        ProfileReading reading = new ProfileReader(SpecialProgram.sections()).read(file, Map.of(), section -> true);
        if (reading instanceof ProfileReading.Accepted accepted) {
            return accepted.profile()
                    .section(SpecialProgram.section())
                    .map(SpecialProgram::of)
                    .orElse(List.of());
        }
        throw new ProfileProblems(((ProfileReading.Refused) reading).problems());
    }
}
