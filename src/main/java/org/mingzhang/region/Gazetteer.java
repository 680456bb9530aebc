package org.mingzhang.region;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * All divisions of GB/T 2260 down to the county, the functional zones that publish accounts, and
 * what they were called before.
 *
 * <p>{@link #named} answers a single name, {@link #mentions} finds the full names in a text, {@link
 * #leading} reads the places with which the name of an agency begins. Many names are borne by
 * several divisions (four 鼓楼区): every answer is a list, and only the caller's context may choose.
 * Never changed after loading; safe on many threads.
 */
public final class Gazetteer {
  private static final Pattern OUTSIDE =
      Pattern.compile("(99\\d{4})\\s+([^/\\s]+(?:/[^/\\s]+){0,2})");

  /** Names of divisions that are words as well (全州 is a whole prefecture): only behind a city's. */
  private static final Set<String> TOO_COMMON = Set.of("城区", "郊区", "矿区", "东区", "西区", "全州");

  private final List<Division> divisions;
  private final Map<String, List<Division>> byName = new HashMap<>();
  private final NameTrie names;
  private final NameTrie fullNames;

  private Gazetteer(List<Division> divisions) {
    this.divisions = divisions;
    Map<String, List<Division>> full = new HashMap<>();
    for (Division d : divisions) {
      add(full, d.name(), d);
      add(byName, d.name(), d);
      d.aliases().forEach(alias -> add(byName, alias, d));
      d.aliases().stream().filter(a -> fullLike(a, d)).forEach(alias -> add(full, alias, d));
    }
    names = new NameTrie(byName);
    fullNames = new NameTrie(full);
  }

  /** The gazetteer that comes with the program, loaded once. */
  public static Gazetteer standard() {
    return Standard.GAZETTEER;
  }

  /** Every division, those in force first. */
  public List<Division> divisions() {
    return divisions;
  }

  /**
   * The divisions in force that bear a full or short name; where there is none, the former ones.
   */
  public List<Division> named(String name) {
    return inForce(byName.getOrDefault(name, List.of()));
  }

  /** The division in force with this six-digit code. */
  public Optional<Division> byCode(String code) {
    return divisions.stream().filter(d -> d.current() && d.code().equals(code)).findFirst();
  }

  /**
   * The division with these names from the province down, full or short: 福建省, 厦门市, 思明区. Empty where
   * there is none or more than one.
   */
  public Optional<Division> byPath(List<String> path) {
    List<Division> found =
        path.isEmpty()
            ? List.of()
            : inForce(
                byName.getOrDefault(path.getLast(), List.of()).stream()
                    .filter(d -> lies(d, path))
                    .toList());
    return found.size() == 1 ? Optional.of(found.getFirst()) : Optional.empty();
  }

  private static boolean lies(Division division, List<String> path) {
    Division d = division.parent();
    for (String above : path.subList(0, path.size() - 1).reversed()) {
      while (d != null && !d.name().equals(above) && !d.aliases().contains(above)) {
        d = d.parent();
      }
      if (d == null) {
        return false;
      }
    }
    return true;
  }

  /**
   * The division that a six-digit code or a path such as 福建省/厦门市/思明区 names. A place that no list
   * has, of an example or a model form, is stated with a code from 99, which GB/T 2260 leaves free,
   * and its path: {@code 990101 示例省/样本市}.
   */
  public Optional<Division> codeOrPath(String text) {
    Matcher outside = OUTSIDE.matcher(text);
    if (outside.matches()) {
      return Optional.of(outside(outside.group(1), outside.group(2).split("/", -1)));
    }
    return text.matches("\\d{6}") ? byCode(text) : byPath(List.of(text.split("\\s*[/›>]\\s*")));
  }

  private static Division outside(String code, String[] names) {
    Division division = null;
    for (int i = 0; i < names.length; i++) {
      Division.Rank rank =
          switch (i) {
            case 0 -> Division.Rank.PROVINCE;
            case 1 -> Division.Rank.CITY;
            default -> Division.Rank.COUNTY;
          };
      division = new Division(code, names[i], division, rank, List.of(), null, null);
    }
    return Objects.requireNonNull(division);
  }

  /** The full names in a text in reading order, the longest at each place. */
  public List<Mention> mentions(CharSequence text) {
    List<Mention> found = new ArrayList<>();
    for (int i = 0; i < text.length(); ) {
      List<NameTrie.Match> matches =
          fullNames.at(text, i).stream().filter(m -> !common(text, m)).toList();
      if (matches.isEmpty()) {
        i++;
      } else {
        NameTrie.Match longest = matches.getLast();
        found.add(new Mention(longest.start(), longest.end(), inForce(longest.divisions())));
        i = longest.end();
      }
    }
    return found;
  }

  private static boolean common(CharSequence text, NameTrie.Match match) {
    return match.end() - match.start() == 2
        && TOO_COMMON.contains(text.subSequence(match.start(), match.end()).toString());
  }

  /**
   * The chain of places with which a name begins: 福建省厦门市思明区 of 福建省厦门市思明区总工会.
   *
   * @param name an agency's name, without white space
   */
  public Chain leading(String name) {
    Chain best = Chain.NONE;
    for (Chain chain : chains(name, 0, Chain.NONE)) {
      if (preferred(chain, best)) {
        best = chain;
      }
    }
    return best;
  }

  private List<Chain> chains(String name, int from, Chain above) {
    List<Chain> found = new ArrayList<>();
    for (NameTrie.Match match : names.at(name, from)) {
      for (boolean full : new boolean[] {true, false}) {
        Chain chain = link(name, above, match, full);
        if (!chain.candidates().isEmpty()) {
          found.add(chain);
          if (chain.candidates().stream().anyMatch(d -> d.rank() != Division.Rank.ZONE)) {
            found.addAll(chains(name, match.end(), chain));
          }
        }
      }
    }
    return found;
  }

  private static Chain link(String name, Chain above, NameTrie.Match match, boolean full) {
    String word = name.substring(match.start(), match.end());
    if (above.links() == 0 && TOO_COMMON.contains(word)) {
      return Chain.NONE;
    }
    if (!full && provincial(above)) {
      return Chain.NONE;
    }
    if (!full && match.end() < name.length() && "省市县区州盟旗".indexOf(name.charAt(match.end())) >= 0) {
      return Chain.NONE;
    }
    List<Division> fitting =
        match.divisions().stream()
            .filter(d -> (d.name().equals(word) || fullLike(word, d)) == full)
            .filter(d -> above.candidates().isEmpty() || below(d, above.candidates()))
            .toList();
    if (!full) {
      fitting = highest(fitting);
    }
    boolean allFull = full && (above.candidates().isEmpty() || above.full());
    return new Chain(inForce(fitting), match.end(), above.links() + 1, allFull);
  }

  /** 湖北省汉川监狱 is the province's: behind a province's full name only a full name is a place. */
  private static boolean provincial(Chain above) {
    return above.full()
        && above.candidates().stream().allMatch(d -> d.parent() == null)
        && above.candidates().stream().noneMatch(d -> d.name().endsWith("市"));
  }

  /** 长沙 is the city, not a county in it; 朝阳 may be the city or districts of other cities. */
  private static List<Division> highest(List<Division> divisions) {
    return divisions.stream()
        .filter(d -> divisions.stream().noneMatch(o -> outranks(o, d)))
        .toList();
  }

  private static boolean outranks(Division one, Division other) {
    return one.rank().compareTo(other.rank()) < 0
        && (one.rank() == Division.Rank.PROVINCE || other.isWithin(one));
  }

  private static boolean below(Division division, List<Division> above) {
    return above.stream().anyMatch(a -> !a.equals(division) && division.isWithin(a));
  }

  /** The longer chain; with equal length the one of full names, then that of higher divisions. */
  private static boolean preferred(Chain chain, Chain best) {
    if (chain.end() != best.end()) {
      return chain.end() > best.end();
    }
    return chain.full() != best.full() ? chain.full() : higher(chain, best);
  }

  private static boolean higher(Chain chain, Chain other) {
    return chain.candidates().stream()
        .anyMatch(c -> other.candidates().stream().allMatch(o -> c.rank().compareTo(o.rank()) < 0));
  }

  /** Those in force, or all where none is; of equal short names only those of the highest rank. */
  private static List<Division> inForce(List<Division> bearers) {
    List<Division> current = bearers.stream().filter(Division::current).toList();
    return current.isEmpty() ? bearers : current;
  }

  /** Whether an alias says by its ending that it is a place: 恩施州 does, 恩施 does not. */
  private static boolean fullLike(String alias, Division division) {
    if (alias.equals(division.name())) {
      return true;
    }
    char last = alias.charAt(alias.length() - 1);
    return division.rank() == Division.Rank.ZONE
        ? alias.length() >= 4
        : "省市县区州盟旗".indexOf(last) >= 0;
  }

  private static void add(Map<String, List<Division>> names, String name, Division division) {
    List<Division> bearers = names.computeIfAbsent(name, any -> new ArrayList<>(1));
    if (!bearers.contains(division)) {
      bearers.add(division);
    }
  }

  /**
   * A full name found in a text.
   *
   * @param start its place
   * @param end behind its last character
   * @param candidates the divisions it may mean, at least one
   */
  public record Mention(int start, int end, List<Division> candidates) {}

  /**
   * Places at the beginning of a name, each within the one before.
   *
   * @param candidates what the last of them may mean; empty where the name begins with no place
   * @param end behind the last of them
   * @param links how many there are
   * @param full whether all are full names, not short ones
   */
  public record Chain(List<Division> candidates, int end, int links, boolean full) {
    static final Chain NONE = new Chain(List.of(), 0, 0, false);
  }

  private static final class Standard {
    static final Gazetteer GAZETTEER = new Gazetteer(GazetteerTables.read());
  }
}
