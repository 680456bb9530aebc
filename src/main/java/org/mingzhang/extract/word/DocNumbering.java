package org.mingzhang.extract.word;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Set;
import org.apache.poi.hwpf.model.ListData;
import org.apache.poi.hwpf.model.ListFormatOverrideLevel;
import org.apache.poi.hwpf.model.ListTables;
import org.apache.poi.hwpf.usermodel.HWPFList;
import org.apache.poi.hwpf.usermodel.Paragraph;
import org.jspecify.annotations.Nullable;

/**
 * Automatic numbering of a binary Word document ([MS-DOC] 2.4.6.3), asked for in document order.
 * Not thread-safe.
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

  /** The label of a paragraph, empty where it has none or the list is not defined. */
  String label(Paragraph paragraph) {
    if (tables == null || !paragraph.isInList()) {
      return "";
    }
    try {
      HWPFList list = paragraph.getList();
      int level = Math.clamp(paragraph.getIlvl(), 0, ListCounters.LEVELS - 1);
      String id = String.valueOf(list.getLsid());
      restartWhereOverridden(list, id, paragraph.getIlfo(), level);
      return counters.next(id, levels(list), level);
    } catch (NoSuchElementException | NullPointerException | IndexOutOfBoundsException e) {
      return "";
    }
  }

  private void restartWhereOverridden(HWPFList list, String id, int override, int level) {
    if (!started.add(override + "/" + level) || list.getLFOData() == null) {
      return;
    }
    for (ListFormatOverrideLevel own : list.getLFOData().getRgLfoLvl()) {
      if (own != null && own.isStartAt() && own.getLevel() == null && level == levelOf(own, list)) {
        counters.restart(id, level, own.getIStartAt());
      }
    }
  }

  /** The level an override is for: they are stored in order of levels. */
  private static int levelOf(ListFormatOverrideLevel override, HWPFList list) {
    return List.of(list.getLFOData().getRgLfoLvl()).indexOf(override);
  }

  private List<ListLevel> levels(HWPFList list) {
    return levels.computeIfAbsent(
        list.getLsid(),
        id -> {
          List<ListLevel> all = new ArrayList<>();
          ListData data = list.getListData();
          for (int i = 0; i < ListCounters.LEVELS; i++) {
            all.add(i < data.numLevels() ? level(data, i) : plain(i));
          }
          return all;
        });
  }

  private static ListLevel plain(int index) {
    return new ListLevel("none", "", 1, index, false, false);
  }

  private static ListLevel level(ListData data, int index) {
    org.apache.poi.hwpf.model.ListLevel level = data.getLevel(index + 1);
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
        NumberFormats.name(level.getNumberFormat()),
        pattern.toString(),
        level.getStartAt(),
        index,
        level.getTypeOfCharFollowingTheNumber() != NO_SPACE,
        level.isLegalNumbering());
  }
}
