package org.mingzhang.question;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.mingzhang.text.SearchNormalizer;

/**
 * An agency of which documents are kept, by which names it is asked for: 总工会 of 样本市东岸区总工会, behind
 * any of its places or none, these with or without 市 and 区.
 *
 * @param region region path, empty where it is not known
 * @param name its name as documents have it
 * @param places places it is within, the largest first, folded
 * @param core its name without them, folded
 */
public record KnownAgency(List<String> region, String name, List<String> places, String core) {
  private static final String SUFFIXES = "省市区县旗州盟";

  /** How names of agencies end, short ones as well. */
  private static final Pattern AGENCY =
      Pattern.compile(".+(?:局|委|办|会|院|所|中心|站|校|学|队|处|部|厅|行|社|馆|团|联|府|公司|室)");

  /** A place in front of a name whose region is not known. */
  private static final Pattern PLACE = Pattern.compile("^[\\p{IsHan}]{1,5}?[省市区县旗州盟镇乡](?=..)");

  /** How well a name fits, the best first. */
  enum Fit {
    /** Its own name, behind its own place or none. */
    NAME,
    /** Characters of its name in their order: 卫健委 for 卫生健康委员会. */
    SHORT_NAME,
    /** Its own name behind a larger place: 样本市总工会 for that of 东岸区. */
    NAME_WITHIN,
    /** A short name behind a larger place. */
    SHORT_NAME_WITHIN,
    /** A place it is within, and nothing else. */
    PLACE,
    /** Not at all. */
    NONE
  }

  /** Copies the lists. */
  public KnownAgency {
    region = List.copyOf(region);
    places = List.copyOf(places);
  }

  /** An agency by its region and name. */
  public static KnownAgency of(List<String> region, String name) {
    String rest = SearchNormalizer.fold(name);
    List<String> places = new ArrayList<>();
    for (String place : region) {
      String folded = SearchNormalizer.fold(place);
      places.add(folded);
      rest = without(rest, folded);
    }
    for (Matcher place = PLACE.matcher(rest);
        region.isEmpty() && place.find();
        place = PLACE.matcher(rest)) {
      places.add(place.group());
      rest = rest.substring(place.end());
    }
    return new KnownAgency(region, name, places, rest);
  }

  private static String without(String name, String place) {
    int length = leading(name, 0, place);
    return length < name.length() ? name.substring(length) : name;
  }

  /** How much of a text stands for a place: its name, or its name without 市 or 区. */
  private static int leading(String text, int from, String place) {
    if (text.startsWith(place, from)) {
      return place.length();
    }
    boolean suffixed =
        place.length() > 2 && SUFFIXES.indexOf(place.charAt(place.length() - 1)) >= 0;
    String bare = suffixed ? place.substring(0, place.length() - 1) : place;
    int end = from + bare.length();
    boolean other = end < text.length() && SUFFIXES.indexOf(text.charAt(end)) >= 0;
    return text.startsWith(bare, from) && !other ? bare.length() : 0;
  }

  /** How a folded name fits it. */
  Fit fit(String named) {
    int at = 0;
    int last = -1;
    for (int i = 0; i < places.size(); i++) {
      int length = leading(named, at, places.get(i));
      if (length > 0) {
        at += length;
        last = i;
      }
    }
    if (at == named.length()) {
      return last < 0 ? Fit.NONE : Fit.PLACE;
    }
    String rest = named.substring(at);
    boolean own = last < 0 || last == places.size() - 1;
    if (rest.equals(core)) {
      return own ? Fit.NAME : Fit.NAME_WITHIN;
    }
    if (abbreviates(rest, core)) {
      return own ? Fit.SHORT_NAME : Fit.SHORT_NAME_WITHIN;
    }
    return Fit.NONE;
  }

  /** Whether a name ends as those of agencies do. */
  static boolean endsAsAgency(String name) {
    return AGENCY.matcher(name).matches();
  }

  /**
   * Whether characters of a name in their order, from its first on, are its short form. Two of a
   * long name could be any, so that at least a quarter of it is needed.
   */
  private static boolean abbreviates(String shorter, String name) {
    if (shorter.length() < 2
        || shorter.length() >= name.length()
        || shorter.length() * 4 < name.length()
        || shorter.charAt(0) != name.charAt(0)
        || !endsAsAgency(shorter)) {
      return false;
    }
    int at = 0;
    for (int i = 0; i < name.length() && at < shorter.length(); i++) {
      if (name.charAt(i) == shorter.charAt(at)) {
        at++;
      }
    }
    return at == shorter.length();
  }
}
