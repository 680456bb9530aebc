package org.mingzhang.extract.word;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Set;
import org.apache.poi.hwpf.model.LFO;
import org.apache.poi.hwpf.model.LFOData;
import org.apache.poi.hwpf.model.ListData;
import org.apache.poi.hwpf.model.ListFormatOverrideLevel;
import org.apache.poi.hwpf.model.ListTables;
import org.apache.poi.hwpf.usermodel.Paragraph;
import org.jspecify.annotations.Nullable;

/**
 * Automatic numbering of a binary Word document ([MS-DOC] 2.4.6.3). Labels must be asked for in
 * document order. Not thread-safe.
 */
final class DocNumbering {
  private static final int NO_SPACE = 2;

  private final @Nullable ListTables tables;
  private final ListCounters counters = new ListCounters();
  private final Map<Integer, List<ListLevel>> levels = new HashMap<>();
  private final Set<String> started = new HashSet<>();

  DocNumbering(@Nullable ListTables tables) {
    this.tables = tables;
  }

  /** The label of a paragraph; empty if it has none or its list is not defined. */
  String nextLabel(Paragraph paragraph) {
    if (tables == null || !paragraph.isInList()) {
      return "";
    }
    int override = paragraph.getIlfo();
    LFO list = findList(tables, override);
    ListData data = list == null ? null : tables.getListData(list.getLsid());
    if (data == null) {
      return "";
    }
    int level = Math.clamp(paragraph.getIlvl(), 0, ListCounters.LEVELS - 1);
    String id = String.valueOf(data.getLsid());
    restartWhereOverridden(tables.getLfoData(override), id, override, level);
    return counters.nextLabel(id, levelsOf(data), level);
  }

  /** The list of a paragraph, or null if the document does not define it. */
  private static @Nullable LFO findList(ListTables tables, int override) {
    try {
      return tables.getLfo(override);
    } catch (NoSuchElementException e) {
      return null;
    }
  }

  private void restartWhereOverridden(
      @Nullable LFOData overrides, String id, int override, int level) {
    ListFormatOverrideLevel[] own = overrides == null ? null : overrides.getRgLfoLvl();
    if (own == null || level >= own.length || !started.add(override + "/" + level)) {
      return;
    }
    // The format stores overrides in the order of their levels.
    ListFormatOverrideLevel here = own[level];
    if (here != null && here.isStartAt() && here.getLevel() == null) {
      counters.restart(id, level, here.getIStartAt());
    }
  }

  private List<ListLevel> levelsOf(ListData data) {
    return levels.computeIfAbsent(
        data.getLsid(),
        id -> {
          List<ListLevel> all = new ArrayList<>();
          for (int i = 0; i < ListCounters.LEVELS; i++) {
            all.add(i < data.numLevels() ? toLevel(data, i) : unnumberedLevel(i));
          }
          return all;
        });
  }

  private static ListLevel unnumberedLevel(int index) {
    return new ListLevel("none", "", 1, index, false, false);
  }

  private static ListLevel toLevel(ListData data, int index) {
    org.apache.poi.hwpf.model.ListLevel level = data.getLevel(index + 1);
    if (level == null) {
      return unnumberedLevel(index);
    }
    StringBuilder pattern = new StringBuilder();
    String text = level.getNumberText();
    for (char c : (text == null ? "" : text).toCharArray()) {
      if (c < ListCounters.LEVELS) {
        pattern.append('%').append(c + 1);
      } else {
        pattern.append(c);
      }
    }
    return new ListLevel(
        NumberFormats.nameOf(level.getNumberFormat()),
        pattern.toString(),
        level.getStartAt(),
        index,
        level.getTypeOfCharFollowingTheNumber() != NO_SPACE,
        level.isLegalNumbering());
  }
}
