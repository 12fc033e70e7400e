package io.fieldstick.message;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import org.junit.jupiter.api.Test;

class FileTroubleTest {
    @Test
    void theSystemsOwnWordsAreTold() {
        FileSystemException full = new FileSystemException("E:\\cases", null, "There is not enough space on the disk");
        assertThat(why(full)).isEqualTo("There is not enough space on the disk");
        assertThat(words(full)).isEqualTo("E:\\cases: There is not enough space on the disk");
        assertThat(words(new IOException("磁盘空间不足"))).isEqualTo("磁盘空间不足");
    }

    @Test
    void whatJavaSaysByTheKindOfTheExceptionAloneIsToldInWords() {
        assertThat(why(new AccessDeniedException("E:\\x"))).isEqualTo("access is denied");
        assertThat(why(new NoSuchFileException("E:\\x"))).isEqualTo("it is not there");
        assertThat(why(new FileAlreadyExistsException("E:\\x"))).isEqualTo("there is a file of that name already");
        assertThat(why(new DirectoryNotEmptyException("E:\\x"))).isEqualTo("the folder is not empty");
        assertThat(why(new IOException())).isEqualTo("the system does not say why");
        assertThat(FileTrouble.said(new AccessDeniedException("E:\\x"))).isEmpty();
    }

    private static String why(IOException trouble) {
        return Messages.in(Language.ENGLISH).text(FileTrouble.why(trouble));
    }

    private static String words(IOException trouble) {
        return Messages.in(Language.ENGLISH).text(FileTrouble.of(trouble));
    }
}
