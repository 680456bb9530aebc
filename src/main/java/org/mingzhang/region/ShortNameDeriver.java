package org.mingzhang.region;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Derives short names of divisions: without 省, 市, 县 and 区, and for autonomous divisions without the
 * names of ethnic groups (恩施土家族苗族自治州 = 恩施州 = 恩施).
 *
 * <p>A name whose short form has one character (城区, 郊区, 东区) has no short name, since that character
 * would match everywhere.
 */
final class ShortNameDeriver {
  private static final List<String> ETHNIC_GROUPS =
      List.of(
          "各族", "蒙古", "回", "藏", "维吾尔", "苗", "彝", "壮", "布依", "朝鲜", "满", "侗", "瑶", "白", "土家", "哈尼",
          "哈萨克", "傣", "黎", "傈僳", "佤", "畲", "拉祜", "水", "东乡", "纳西", "景颇", "柯尔克孜", "土", "达斡尔", "仫佬",
          "羌", "布朗", "撒拉", "毛南", "仡佬", "锡伯", "普米", "塔吉克", "怒", "鄂温克", "裕固", "保安", "独龙", "鄂伦春");

  /** Ethnic groups whose names appear without 族 in names of divisions. */
  private static final Set<String> NAMES_WITHOUT_SUFFIX =
      Set.of("蒙古", "哈萨克", "柯尔克孜", "塔吉克", "锡伯", "维吾尔", "各族");

  /** Endings of names of divisions, longest first. */
  private static final List<String> DIVISION_SUFFIXES =
      List.of("特别行政区", "自治区", "自治州", "自治县", "自治旗", "地区", "林区", "特区", "省", "市", "县", "区", "盟", "旗");

  /** Endings of names of functional zones with their short forms; the longest that fits counts. */
  private static final List<Map.Entry<String, String>> ZONE_SUFFIXES =
      List.of(
          Map.entry("国家高新技术产业开发区", "高新区"),
          Map.entry("国家高新技术产业园区", "高新区"),
          Map.entry("高新技术产业开发区", "高新区"),
          Map.entry("高新技术产业园区", "高新区"),
          Map.entry("高技术产业开发区", "高新区"),
          Map.entry("新技术开发区", "高新区"),
          Map.entry("经济技术开发区", "经开区"),
          Map.entry("经济开发区", "经开区"),
          Map.entry("城乡一体化示范区", "示范区"));

  private ShortNameDeriver() {}

  /**
   * The short names of a division, longest first; empty if they would have fewer than two
   * characters or the name has no known ending.
   */
  static List<String> deriveNames(String name) {
    for (String unit : DIVISION_SUFFIXES) {
      if (name.length() > unit.length() && name.endsWith(unit)) {
        String stem = withoutEthnicGroups(name.substring(0, name.length() - unit.length()));
        if (stem.length() < 2) {
          return List.of();
        }
        return unit.startsWith("自治") && !name.equals(stem + unit.substring(2))
            ? List.of(stem + unit.substring(2), stem)
            : List.of(stem);
      }
    }
    return List.of();
  }

  /**
   * The short names of a functional zone, of at least three characters: 高新区 for 高新技术产业开发区, and the
   * name without the divisions that contain the zone.
   *
   * @param namesAbove full and short names of these divisions, the highest first
   */
  static List<String> deriveZoneNames(String name, List<String> namesAbove) {
    Set<String> names = new LinkedHashSet<>();
    List<String> stems = new ArrayList<>(List.of(name));
    for (String place : namesAbove) {
      for (String stem : List.copyOf(stems)) {
        if (stem.startsWith(place)) {
          stems.add(stem.substring(place.length()));
        }
      }
    }
    for (String stem : stems) {
      names.add(stem);
      names.add(abbreviate(stem));
    }
    names.removeIf(n -> n.length() < 3 || n.equals(name));
    return List.copyOf(names);
  }

  private static String abbreviate(String zoneName) {
    for (Map.Entry<String, String> suffix : ZONE_SUFFIXES) {
      if (zoneName.endsWith(suffix.getKey())) {
        return zoneName.substring(0, zoneName.length() - suffix.getKey().length())
            + suffix.getValue();
      }
    }
    return zoneName;
  }

  private static String withoutEthnicGroups(String stem) {
    String rest = stem;
    for (boolean again = endsWithEthnicGroup(stem); again; ) {
      again = false;
      for (String people : ETHNIC_GROUPS) {
        String shorter = withoutEthnicGroup(rest, people);
        if (shorter.length() >= 2 && shorter.length() < rest.length()) {
          rest = shorter;
          again = true;
        }
      }
    }
    return rest;
  }

  private static boolean endsWithEthnicGroup(String stem) {
    if (stem.endsWith("族")) {
      return true;
    }
    for (String people : NAMES_WITHOUT_SUFFIX) {
      if (stem.endsWith(people)) {
        return true;
      }
    }
    return false;
  }

  private static String withoutEthnicGroup(String stem, String ethnicGroup) {
    String full = ethnicGroup + "族";
    if (stem.endsWith(full)) {
      return stem.substring(0, stem.length() - full.length());
    }
    return NAMES_WITHOUT_SUFFIX.contains(ethnicGroup) && stem.endsWith(ethnicGroup)
        ? stem.substring(0, stem.length() - ethnicGroup.length())
        : stem;
  }
}
