package io.fieldstick.windows;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

/** What every {@link Windows} does with a page that it is asked to open. */
public abstract class PagesContract {
    protected abstract Windows windows();

    /** A page that this Windows has. */
    protected abstract WindowsPage page();

    /** Whether {@link #page()} was opened; a page may take its time. */
    protected abstract boolean opened() throws InterruptedException;

    @Test
    void aPageIsOpened() throws InterruptedException {
        windows().open(page());
        assertThat(opened()).isTrue();
    }

    @Test
    void aPageThatThereIsNotIsRefused() {
        WindowsPage nowhere = new WindowsPage("fieldstick-nowhere:page", "");
        assertThatThrownBy(() -> windows().open(nowhere)).isInstanceOf(WindowsException.class);
    }
}
