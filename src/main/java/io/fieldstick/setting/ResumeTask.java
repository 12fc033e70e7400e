package io.fieldstick.setting;

import io.fieldstick.windows.ProgramRuns;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The scheduled task by which a run goes on after the next start of Windows: once, as LocalSystem, without a password.
 *
 * <p>Sources: [MS-TSCH] 2.5 (task schema) for the elements and their order; MS docs "Task Scheduler Schema". The defaults
 * would not start it on battery.
 *
 * @param run the run that goes on: the name of its case
 * @param folder where the program was copied to: a folder of administrators only, as ProgramRuns makes them
 * @param until when the task is worth nothing any more; the Task Scheduler deletes it then
 */
record ResumeTask(String run, String folder, Instant until) {
    /** How long a restart may be put off. */
    static final Duration VALIDITY = Duration.ofDays(7);

    /** Case.create makes no other names. */
    private static final Pattern RUN = Pattern.compile("[A-Za-z0-9-]{1,100}");
    /** Nothing in it is special to cmd or XML. */
    private static final Pattern FOLDER =
            Pattern.compile("[A-Za-z]:(\\\\[A-Za-z0-9_-]+)*\\\\" + ProgramRuns.SAFE_FOLDER_NAME);

    ResumeTask {
        require(run, folder);
        until = until.truncatedTo(ChronoUnit.SECONDS);
    }

    /** Refuses what is no name of a run or no folder as ProgramRuns makes them. */
    static void require(String run, String folder) {
        if (!RUN.matcher(run).matches() || !FOLDER.matcher(folder).matches()) {
            throw new IllegalArgumentException("no run that can go on: " + run + " in " + folder);
        }
    }

    /** What the task of {@code run} is called, in the root folder of the Task Scheduler. */
    String name() {
        return name(run);
    }

    static String name(String run) {
        return "Fieldstick-resume-" + run;
    }

    /**
     * The task as the Task Scheduler takes it.
     *
     * @param systemFolder {@code C:\Windows\System32}
     */
    String xml(String systemFolder) {
        return """
                <?xml version="1.0" encoding="UTF-16"?>
                <Task version="1.2" xmlns="http://schemas.microsoft.com/windows/2004/02/mit/task">
                  <RegistrationInfo>
                    <Author>Fieldstick</Author>
                    <Description>Goes on with the run %s once, after the next start of Windows.</Description>
                  </RegistrationInfo>
                  <Triggers>
                    <BootTrigger>
                      <EndBoundary>%s</EndBoundary>
                      <Delay>PT1M</Delay>
                    </BootTrigger>
                  </Triggers>
                  <Principals>
                    <Principal id="Author">
                      <UserId>S-1-5-18</UserId>
                      <RunLevel>HighestAvailable</RunLevel>
                    </Principal>
                  </Principals>
                  <Settings>
                    <MultipleInstancesPolicy>IgnoreNew</MultipleInstancesPolicy>
                    <DisallowStartIfOnBatteries>false</DisallowStartIfOnBatteries>
                    <StopIfGoingOnBatteries>false</StopIfGoingOnBatteries>
                    <DeleteExpiredTaskAfter>PT0S</DeleteExpiredTaskAfter>
                    <ExecutionTimeLimit>PT8H</ExecutionTimeLimit>
                  </Settings>
                  <Actions Context="Author">
                    <Exec>
                      <Command>%s</Command>
                      <Arguments>%s</Arguments>
                      <WorkingDirectory>%s</WorkingDirectory>
                    </Exec>
                  </Actions>
                </Task>
                """.formatted(run, until, command(systemFolder), escaped(arguments()), systemFolder);
    }

    private static String command(String systemFolder) {
        return systemFolder + "\\cmd.exe";
    }

    /** The copy cannot delete itself while it runs, so cmd does when it has ended; rd does not follow links. */
    private String arguments() {
        return "/d /c \"\"" + folder + "\\fieldstick.cmd\" provision --resumed & rd /s /q \"" + folder + "\"\"";
    }

    /** Whether {@code definition}, as the Task Scheduler gives it back, still starts the same by the same account. */
    boolean isAs(String definition, String systemFolder) {
        return definition.contains("<BootTrigger")
                && element(definition, "UserId").matches("S-1-5-18|(.*\\\\)?SYSTEM")
                && element(definition, "Command").equalsIgnoreCase(command(systemFolder))
                && element(definition, "Arguments").equals(arguments());
    }

    private static String element(String xml, String name) {
        Matcher found = Pattern.compile("<" + name + ">([^<]*)</" + name + ">").matcher(xml);
        return found.find() ? found.group(1).replace("&quot;", "\"").replace("&amp;", "&") : "";
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("\"", "&quot;");
    }
}
