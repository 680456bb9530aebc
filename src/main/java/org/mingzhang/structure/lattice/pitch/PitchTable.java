package org.mingzhang.structure.lattice.pitch;

import java.util.List;

/**
 * A table found in lines in fixed pitch.
 *
 * @param from index of its first line
 * @param to index behind its last line
 * @param rows its rows, header first, a text for each column
 */
public record PitchTable(int from, int to, List<List<String>> rows) {}
