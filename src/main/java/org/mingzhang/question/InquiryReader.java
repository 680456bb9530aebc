package org.mingzhang.question;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.mingzhang.account.AccountName;
import org.mingzhang.account.Chart;
import org.mingzhang.model.Stage;
import org.mingzhang.region.Gazetteer;
import org.mingzhang.region.PlaceChain;
import org.mingzhang.text.SearchNormalizer;

/**
 * Reads what was typed as a question for a number, where it is one. Every word must be accounted
 * for: an account, somebody, years, stages, words of asking; a question with a word more
 * (三公经费下降的原因) is no question for a number. Quotation marks and operators ask for words, not for
 * numbers.
 *
 * <p>Agencies are asked for only once an account has been found with something beside it, so that
 * other searches cost nothing.
 */
public final class InquiryReader {
  private static final int LONGEST = 60;
  private static final Pattern OPERATORS =
      Pattern.compile("[\"*~|\\[\\]{}<>=]|[:：]\\S|\\b(?:AND|OR|NOT|NEAR)\\b|(?:^|\\s)-\\S");

  private final QuestionWords words = QuestionWords.STANDARD;
  private final Gazetteer gazetteer;

  private InquiryReader(Gazetteer gazetteer) {
    this.gazetteer = gazetteer;
  }

  /** A reader that knows the administrative divisions. */
  public static InquiryReader standard() {
    return new InquiryReader(Gazetteer.standard());
  }

  /**
   * The question, empty where it is none.
   *
   * @param typed what was typed
   * @param now the calendar year, of which 去年 is the one before
   * @param directory the agencies, asked for only if they are needed
   */
  public Optional<Inquiry> read(String typed, int now, Supplier<AgencyDirectory> directory) {
    if (typed.length() > LONGEST || OPERATORS.matcher(typed).find() || quoted(typed)) {
      return Optional.empty();
    }
    String folded = folded(typed);
    if (!namesAccount(folded)) {
      return Optional.empty();
    }
    QuestionYears years = QuestionYears.in(folded, now);
    return accounts(years.rest()).stream()
        .map(named -> inquiry(named, years, directory))
        .flatMap(Optional::stream)
        .findFirst();
  }

  /** Quotation marks around an account's own name are how it is written: “三公”经费. */
  private static boolean quoted(String typed) {
    String bare = typed.replaceAll("[“‘「]三公[”’」]", "三公");
    return bare.matches(".*[“”‘’「」『』《》].*");
  }

  /** Folded as the index is, but with a space wherever there was white space. */
  private static String folded(String typed) {
    List<String> pieces = new ArrayList<>();
    for (String piece : typed.strip().split("\\s+", -1)) {
      pieces.add(SearchNormalizer.fold(piece));
    }
    return String.join(" ", pieces);
  }

  private boolean namesAccount(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (words.accountAt(text, i) != null) {
        return true;
      }
    }
    return false;
  }

  /** The accounts that a text names, each with the others as mere text, the last first. */
  private List<QuestionWords.Named> accounts(String text) {
    List<QuestionWords.Named> found = new ArrayList<>();
    int at = 0;
    while (at < text.length()) {
      QuestionWords.Named named = words.accountAt(text, at);
      if (named == null) {
        at++;
      } else {
        found.addFirst(named);
        at = named.end();
      }
    }
    return found;
  }

  private Optional<Inquiry> inquiry(
      QuestionWords.Named named, QuestionYears years, Supplier<AgencyDirectory> directory) {
    String text = years.rest();
    Around around = new Around(words);
    around.read(text.substring(0, named.start()));
    around.read(text.substring(named.end()));
    Optional<Inquiry.Whose> who = whose(around, years, directory);
    return who.map(
        of ->
            new Inquiry(
                named.name().stage() == null ? staged(named.name(), around.stage) : named.name(),
                of,
                years.years(),
                years.latest(),
                around.direction));
  }

  private static AccountName staged(AccountName name, @Nullable Stage stage) {
    return new AccountName(name.account(), name.fund(), stage, name.item(), name.code());
  }

  private Optional<Inquiry.Whose> whose(
      Around around, QuestionYears years, Supplier<AgencyDirectory> directory) {
    boolean listed = around.agencies || around.places;
    if (around.rest.isEmpty()) {
      boolean asked = listed && (around.direction != AskedChange.NONE || !years.years().isEmpty());
      return asked
          ? Optional.of(new Inquiry.Whose("", directory.get().all(), true, around.places))
          : Optional.empty();
    }
    if (around.rest.size() > 3) {
      return Optional.empty();
    }
    AgencyDirectory known = directory.get();
    for (String name : orders(around.rest)) {
      AgencyDirectory.Found found = known.named(name, listed);
      if (!found.agencies().isEmpty()) {
        boolean list = listed || found.place() || found.agencies().size() > 1;
        return Optional.of(new Inquiry.Whose(name, found.agencies(), list, around.places));
      }
    }
    String name = String.join("", around.rest);
    return unknown(name)
        ? Optional.of(new Inquiry.Whose(name, List.of(), listed, around.places))
        : Optional.empty();
  }

  private static List<String> orders(List<String> parts) {
    return parts.size() < 2
        ? parts
        : List.of(String.join("", parts), String.join("", parts.reversed()));
  }

  /** Whether a name is that of an agency or a place, of which nothing is kept. */
  private boolean unknown(String name) {
    PlaceChain place = gazetteer.leading(name);
    return place.end() > 0
        && (place.end() == name.length() || KnownAgency.endsAsAgency(name.substring(place.end())));
  }

  /** What stands around an account's name. */
  private static final class Around {
    private final QuestionWords words;
    private final List<String> rest = new ArrayList<>();
    private AskedChange direction = AskedChange.NONE;
    private @Nullable Stage stage;
    private boolean agencies;
    private boolean places;

    private Around(QuestionWords words) {
      this.words = words;
    }

    private void read(String text) {
      int at = 0;
      StringBuilder name = new StringBuilder();
      while (at < text.length()) {
        int end = taken(text, at);
        if (end == at) {
          name.append(text.charAt(at++));
        } else {
          keep(name);
          at = end;
        }
      }
      keep(name);
    }

    private void keep(StringBuilder name) {
      String bare = name.toString();
      name.setLength(0);
      int from = 0;
      int to = bare.length();
      while (from < to && edge(bare.charAt(from))) {
        from++;
      }
      while (to > from && edge(bare.charAt(to - 1))) {
        to--;
      }
      if (from < to) {
        rest.add(bare.substring(from, to));
      }
    }

    private boolean edge(char c) {
      QuestionWords.Word word = words.at(String.valueOf(c), 0);
      return word != null && word.kind() == QuestionWords.Kind.EDGE;
    }

    /** Where a word of asking or of a stage ends that begins at a place; the place if none does. */
    private int taken(String text, int at) {
      if (text.charAt(at) == ' ') {
        return at + 1;
      }
      QuestionWords.Word word = words.at(text, at);
      if (word != null && word.kind() != QuestionWords.Kind.EDGE) {
        note(word.kind());
        return word.end();
      }
      return stageFrom(text, at);
    }

    private int stageFrom(String text, int at) {
      for (int end = Math.min(text.length(), at + 8); end > at + 1; end--) {
        Optional<Stage> found = Chart.stageOf(text.substring(at, end));
        if (found.isPresent()) {
          stage = found.get();
          return end;
        }
      }
      return at;
    }

    private void note(QuestionWords.Kind kind) {
      switch (kind) {
        case RISE -> direction = AskedChange.RISE;
        case FALL -> direction = AskedChange.FALL;
        case CHANGE -> direction = direction == AskedChange.NONE ? AskedChange.CHANGE : direction;
        case MOST -> direction = direction.movement() ? direction : AskedChange.MOST;
        case LEAST -> direction = direction.movement() ? direction : AskedChange.LEAST;
        case AGENCIES -> agencies = true;
        case PLACES -> places = true;
        case FILLER, EDGE -> {}
      }
    }
  }
}
