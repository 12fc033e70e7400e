package io.fieldstick.cli;

/** What a command asks its parent for. */
interface HasSurroundings {
    Surroundings surroundings();
}
