package org.mingzhang.extract.word;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Automatic numbering of a WordprocessingML document (ECMA-376 part 1, 17.9). Labels must be asked
 * for in document order. Not thread-safe.
 */
final class DocxNumbering {
  /**
   * A numbering instance.
   *
   * @param counterId ID of its abstract numbering, whose counters it shares
   * @param levels its nine levels
   * @param startsByLevel by 0-based level, the number with which the instance restarts it
   */
  private record NumberingInstance(
      String counterId, List<ListLevel> levels, Map<Integer, Integer> startsByLevel) {}

  private final DocxStyles styles;
  private final Map<String, XmlElement> abstractLists = new HashMap<>();
  private final Map<String, String> listIdByStyleLink = new HashMap<>();
  private final Map<String, NumberingInstance> numberingInstances = new HashMap<>();
  private final Map<String, Integer> levelByListAndStyle = new HashMap<>();
  private final Set<String> startedLevels = new HashSet<>();
  private final ListCounters counters = new ListCounters();

  /**
   * Reads the numbering definitions of a document.
   *
   * @param part root of its {@code numbering} part, or null if it has none
   */
  DocxNumbering(@Nullable XmlElement part, DocxStyles styles) {
    this.styles = styles;
    if (part == null) {
      return;
    }
    for (XmlElement list : part.childrenNamed("abstractNum")) {
      String id = Objects.toString(list.attribute("abstractNumId"), "");
      abstractLists.put(id, list);
      String link = list.childValue("styleLink");
      if (link != null) {
        listIdByStyleLink.put(link, id);
      }
    }
    for (XmlElement num : part.childrenNamed("num")) {
      numberingInstances.put(Objects.toString(num.attribute("numId"), ""), toInstance(num));
    }
  }

  private NumberingInstance toInstance(XmlElement num) {
    String id = resolveStyleLink(Objects.toString(num.childValue("abstractNumId"), ""));
    List<ListLevel> levels = new ArrayList<>();
    XmlElement list = abstractLists.get(id);
    for (int i = 0; i < ListCounters.LEVEL_COUNT; i++) {
      levels.add(
          registerLevel(list == null ? null : levelElement(list.childrenNamed("lvl"), i), i, id));
    }
    Map<Integer, Integer> starts = new HashMap<>();
    for (XmlElement override : num.childrenNamed("lvlOverride")) {
      int at = XmlElement.parseInteger(override.attribute("ilvl"), -1);
      if (at >= 0 && at < ListCounters.LEVEL_COUNT) {
        override.findChild("lvl").ifPresent(lvl -> levels.set(at, registerLevel(lvl, at, id)));
        override
            .findChild("startOverride")
            .ifPresent(s -> starts.put(at, XmlElement.parseInteger(s.attribute("val"), 1)));
      }
    }
    return new NumberingInstance(id, levels, starts);
  }

  /**
   * The ID of the abstract numbering that defines the levels: the ID in the numbering style to
   * which the given numbering refers, otherwise the given ID.
   */
  private String resolveStyleLink(String abstractId) {
    XmlElement list = abstractLists.get(abstractId);
    String link = list == null ? null : list.childValue("numStyleLink");
    return link == null ? abstractId : listIdByStyleLink.getOrDefault(link, abstractId);
  }

  private static @Nullable XmlElement levelElement(List<XmlElement> levels, int index) {
    return levels.stream()
        .filter(l -> XmlElement.parseInteger(l.attribute("ilvl"), -1) == index)
        .findFirst()
        .orElse(null);
  }

  private ListLevel registerLevel(@Nullable XmlElement lvl, int index, String listId) {
    if (lvl == null) {
      return new ListLevel("none", "", 1, index, false, false);
    }
    String style = lvl.childValue("pStyle");
    if (style != null) {
      levelByListAndStyle.put(listId + "/" + style, index);
    }
    String format =
        lvl.findDescendant("AlternateContent", "Choice", "numFmt")
            .map(e -> e.attribute("val"))
            .orElse(lvl.childValue("numFmt"));
    String suffix = lvl.childValue("suff");
    return new ListLevel(
        format == null ? "decimal" : format,
        Objects.toString(lvl.childValue("lvlText"), ""),
        lvl.childNumber("start", 0),
        lvl.childNumber("lvlRestart", index),
        !"nothing".equals(suffix),
        lvl.isOn("isLgl"));
  }

  /**
   * Counts a paragraph in its list and returns its label, with the space after it; empty if it has
   * none. To be called once for each visible paragraph, in document order.
   *
   * @param properties its {@code pPr}, or null
   */
  String nextLabel(@Nullable XmlElement properties) {
    XmlElement own = properties == null ? null : properties.findChild("numPr").orElse(null);
    XmlElement inherited = styles.findNumbering(properties);
    String id = own == null ? null : own.childValue("numId");
    if (id == null && inherited != null) {
      id = inherited.childValue("numId");
    }
    NumberingInstance numberingInstance = id == null ? null : numberingInstances.get(id);
    if (numberingInstance == null) {
      return "";
    }
    int level = levelOf(own, inherited, numberingInstance, properties);
    if (startedLevels.add(id + "/" + level)) {
      Integer start = numberingInstance.startsByLevel().get(level);
      if (start != null) {
        counters.restart(numberingInstance.counterId(), level, start);
      }
    }
    return counters.nextLabel(numberingInstance.counterId(), numberingInstance.levels(), level);
  }

  /**
   * The 0-based level of a paragraph: stated by itself, linked with its style, or stated by the
   * style's numbering; 0 if none is stated.
   */
  private int levelOf(
      @Nullable XmlElement ownNumbering,
      @Nullable XmlElement inheritedNumbering,
      NumberingInstance numberingInstance,
      @Nullable XmlElement properties) {
    int level = ownNumbering == null ? -1 : ownNumbering.childNumber("ilvl", -1);
    if (level < 0) {
      String key = numberingInstance.counterId() + "/" + styles.styleId(properties);
      Integer linked = levelByListAndStyle.get(key);
      level =
          linked != null
              ? linked
              : inheritedNumbering == null ? 0 : inheritedNumbering.childNumber("ilvl", 0);
    }
    return Math.clamp(level, 0, ListCounters.LEVEL_COUNT - 1);
  }
}
