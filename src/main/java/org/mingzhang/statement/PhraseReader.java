package org.mingzhang.statement;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.mingzhang.account.Chart;
import org.mingzhang.model.Fund;
import org.mingzhang.model.Perimeter;
import org.mingzhang.model.Stage;

/**
 * Reads the words before a number: time, whose, which money, the name, the stage and the verb, in
 * this order of printing. Words around the name are taken off one by one until the chart knows it;
 * a name that the chart does not know is an open account.
 */
final class PhraseReader {
  private static final int LONGEST_NAME = 40;
  private static final int MOST_STRIPPED = 8;
  private static final int MOST_TOKENS = 60;
  private static final Set<WordClass> BEFORE =
      EnumSet.of(
          WordClass.YEAR,
          WordClass.PERIOD,
          WordClass.SCOPE,
          WordClass.FUND,
          WordClass.LINK,
          WordClass.VERB,
          WordClass.AMONG,
          WordClass.CONSISTS,
          WordClass.SUM,
          WordClass.DONE,
          WordClass.BASIS,
          WordClass.SPLIT,
          WordClass.BY,
          WordClass.BOTH,
          WordClass.EACH,
          WordClass.STAGE,
          WordClass.ADD,
          WordClass.WITH,
          WordClass.PER_HEAD,
          WordClass.SHARE,
          WordClass.PURPOSE);
  private static final Set<WordClass> BEHIND =
      EnumSet.of(
          WordClass.YEAR,
          WordClass.PERIOD,
          WordClass.STAGE,
          WordClass.VERB,
          WordClass.DONE,
          WordClass.NOUN,
          WordClass.SUM,
          WordClass.BOTH,
          WordClass.EACH,
          WordClass.LINK,
          WordClass.SPLIT,
          WordClass.MORE,
          WordClass.BASIS,
          WordClass.CONSISTS,
          WordClass.TO,
          WordClass.UNSAID,
          WordClass.APPROXIMATE,
          WordClass.POSITION,
          WordClass.FUND,
          WordClass.RATIO);
  private static final Pattern PARTS = Pattern.compile("(?:[两二三四五六七八九十]|\\d{1,2})(?:项|个项目|类|部分)");

  private static final Pattern STAGE_BEHIND = Pattern.compile("(?:年初|调整|全年)?(?:预算|决算|执行)数?$");

  private final FoldedText folded;
  private final Lexicon lexicon;
  private final Names names;
  private final Setting setting;
  private final SpanMaker spans;

  PhraseReader(FoldedText folded, Lexicon lexicon, Setting setting, SpanMaker spans) {
    this.folded = folded;
    this.lexicon = lexicon;
    this.names = new Names(setting.chart());
    this.setting = setting;
    this.spans = spans;
  }

  Names names() {
    return names;
  }

  /** Whether a name ends as names of accounts do. */
  boolean accountNoun(String name) {
    return lexicon.endsAs(WordClass.ACCOUNT, name);
  }

  /** Reads the tokens of a phrase. */
  Phrase read(List<Token> all, @Nullable String itemAbove, int yearSpoken) {
    if (all.isEmpty()) {
      return Phrase.EMPTY;
    }
    List<Token> tokens = all.subList(Math.max(0, all.size() - MOST_TOKENS), all.size());
    Attributes said = new Attributes(yearSpoken);
    List<Token> words = fundsBehindNames(tokens);
    words.forEach(said::add);
    List<Token> core = core(words);
    List<Names.Found> found = subjects(core, itemAbove, said);
    boolean pair = found.size() == 2 && said.pair;
    for (Names.Found one : found) {
      said.stage =
          said.stage == null || (said.stage == Stage.EXECUTION && one.stage() != null)
              ? one.stage() == null ? said.stage : one.stage()
              : said.stage;
    }
    return new Phrase(
        found.stream().map(Names.Found::subject).toList(),
        pair,
        found.isEmpty() ? flow(core) : "",
        said.stage,
        said.years,
        said.period,
        said.basis,
        said.fund,
        said.perimeter,
        said.perHead,
        said.doubtful,
        said.relative,
        said.unknown,
        said.leftOut);
  }

  /** “三公”经费一般公共预算财政拨款支出: the second name only says which money. */
  private List<Token> fundsBehindNames(List<Token> tokens) {
    List<Token> words = new ArrayList<>(tokens);
    for (int i = 1; i < words.size(); i++) {
      if (words.get(i) instanceof Token.Name name && words.get(i - 1) instanceof Token.Name) {
        WordTrie.Match<Lexicon.Entry> fund =
            lexicon.funds().longest(folded.text(), name.start(), name.end());
        if (fund != null && text(fund.end(), name.end()).matches("(?:预算)?(?:资金)?(?:支出|收入)?")) {
          words.set(
              i, new Token.Word(name.start(), name.end(), WordClass.FUND, fund.value().value()));
        }
      }
    }
    return words;
  }

  /**
   * The tokens among which the name stands: behind the last time, behind whose territory it is,
   * behind 根据…情况, before 已, before 三项支出.
   */
  private List<Token> core(List<Token> tokens) {
    int from = 0;
    int to = tokens.size();
    for (int i = 0; i < to; i++) {
      Token token = tokens.get(i);
      List<Token> rest = tokens.subList(i + 1, to);
      boolean time = token instanceof Token.Time || is(token, WordClass.PERIOD);
      boolean adverb = isText(tokens.getFirst(), "根据") && isText(token, "情况");
      if (adverb
          || (time && said(rest) && tokens.subList(from, i).stream().noneMatch(this::named))) {
        from = i + 1;
      } else if (introduces(token) && rest.stream().anyMatch(PhraseReader::nameLike)) {
        from = i + 1;
      } else if (isText(token, "已") || isText(token, "已经")) {
        to = i;
      }
    }
    return beforeNumberOfParts(tokens.subList(Math.min(from, to), to));
  }

  private boolean isText(Token token, String text) {
    return token.end() - token.start() == text.length()
        && folded.text().startsWith(text, token.start());
  }

  /** 全省, 我市, 本部门; not 单位 or 机关, which may be part of a name. */
  private boolean introduces(Token token) {
    return token instanceof Token.Word word
        && word.type() == WordClass.SCOPE
        && (word.value().equals("TERRITORY")
            || "我本".indexOf(folded.text().charAt(token.start())) >= 0);
  }

  private static boolean nameLike(Token token) {
    return token instanceof Token.Name
        || token instanceof Token.Item
        || token instanceof Token.Text
        || is(token, WordClass.FUND);
  }

  private boolean named(Token token) {
    return token instanceof Token.Item
        || (token instanceof Token.Name
            && names.exact(text(token.start(), token.end()), null).isPresent());
  }

  /** Whether tokens say more than a time: a name, a stage, 收入 or 支出. */
  private boolean said(List<Token> tokens) {
    return tokens.stream()
        .anyMatch(t -> nameLike(t) || is(t, WordClass.STAGE) || isText(t, "收入") || isText(t, "支出"));
  }

  /** 三项支出决算, 两个项目 behind the names it counts. */
  private List<Token> beforeNumberOfParts(List<Token> tokens) {
    for (int i = 0; i < tokens.size(); i++) {
      Token token = tokens.get(i);
      if (token instanceof Token.Text || (i > 0 && token instanceof Token.Numeral)) {
        int end = Math.min(tokens.getLast().end(), token.end() + 2);
        Matcher parts = PARTS.matcher(text(token.start(), end));
        if (parts.find() && token.start() + parts.start() < token.end() && i + parts.start() > 0) {
          List<Token> cut = new ArrayList<>(tokens.subList(0, i));
          if (parts.start() > 0) {
            cut.add(new Token.Text(token.start(), token.start() + parts.start()));
          }
          return cut;
        }
      }
    }
    return tokens;
  }

  static boolean is(Token token, WordClass type) {
    return token instanceof Token.Word word && word.type() == type;
  }

  private List<Names.Found> subjects(
      List<Token> core, @Nullable String itemAbove, Attributes said) {
    for (Token token : core) {
      if (token instanceof Token.Item item) {
        return List.of(
            new Names.Found(
                names.item(item, itemAbove, text(item.start(), item.end()), span(item, item)),
                null));
      }
    }
    if (fundOnly(core)) {
      return List.of();
    }
    List<Names.Found> pair = pairOf(core);
    if (!pair.isEmpty()) {
      said.pair = true;
      return pair;
    }
    Optional<Names.Found> whole = stripped(core, said);
    if (whole.isPresent()) {
      return List.of(whole.get());
    }
    List<List<Token>> pieces = coordinates(core);
    if (pieces.size() > 1 && said.distributed) {
      List<Names.Found> each = new ArrayList<>();
      for (List<Token> piece : pieces) {
        stripped(piece, said)
            .or(() -> open(piece, said))
            .or(() -> names.exact(text(piece), null))
            .ifPresent(each::add);
      }
      return each.size() == pieces.size() ? each : List.of();
    }
    return open(core, said).map(List::of).orElse(List.of());
  }

  /** 一般公共预算1129.36万元: a part of the whole before it, by fund. */
  private static boolean fundOnly(List<Token> core) {
    return core.stream().anyMatch(t -> is(t, WordClass.FUND))
        && core.stream()
            .allMatch(
                t ->
                    t instanceof Token.Word word
                        && (word.type() == WordClass.FUND
                            || word.type() == WordClass.AMONG
                            || word.type() == WordClass.LINK
                            || word.type() == WordClass.DONE));
  }

  /** The longest name of the chart that is left when words around it are taken off. */
  private Optional<Names.Found> stripped(List<Token> tokens, Attributes said) {
    int leading = 0;
    while (leading < Math.min(tokens.size(), MOST_STRIPPED) && strips(tokens, leading, BEFORE)) {
      leading++;
    }
    int kept = tokens.size();
    while (kept > Math.max(0, tokens.size() - MOST_STRIPPED) && strips(tokens, kept - 1, BEHIND)) {
      kept--;
    }
    int before = leading;
    int behind = kept;
    return known(tokens, before, behind, false)
        .or(() -> known(tokens, before, behind, true))
        .or(() -> suffix(tokens.subList(Math.min(before, behind), behind), said));
  }

  /**
   * A name of the chart among tokens.
   *
   * @param before most tokens that may be left out at the beginning
   * @param behind fewest tokens that must be kept
   * @param staged whether a word for a stage may end the name
   */
  private Optional<Names.Found> known(List<Token> tokens, int before, int behind, boolean staged) {
    for (int from = 0; from <= Math.min(before, tokens.size() - 1); from++) {
      for (int to = tokens.size(); to >= Math.max(behind, from + 1); to--) {
        Token last = tokens.get(to - 1);
        if (!staged && (is(last, WordClass.STAGE) || is(last, WordClass.DONE))) {
          continue;
        }
        Optional<Names.Found> found = lookUp(tokens.subList(from, to));
        if (found.isPresent() && !genericFlow(tokens.subList(from, to))) {
          return found;
        }
        Optional<Names.Found> sum = sumBefore(tokens.subList(from, to));
        if (sum.isPresent()) {
          return sum;
        }
      }
    }
    return Optional.empty();
  }

  private boolean strips(List<Token> tokens, int index, Set<WordClass> types) {
    Token token = tokens.get(index);
    if (is(token, WordClass.FUND)
        && setting.chart() == Chart.governments()
        && index + 1 < tokens.size()
        && (tokens.get(index + 1) instanceof Token.Name
            || isText(tokens.get(index + 1), "收入")
            || isText(tokens.get(index + 1), "支出"))) {
      return false;
    }
    return token instanceof Token.Time
        || (token instanceof Token.Word word && types.contains(word.type()))
        || (token instanceof Token.Mark mark && mark.mark() == '、' && types.equals(BEFORE))
        || (token instanceof Token.Numeral number
            && number.measure() == Quantity.Measure.BARE
            && types.equals(BEFORE));
  }

  private Optional<Names.Found> lookUp(List<Token> tokens) {
    Token first = tokens.getFirst();
    Token last = tokens.getLast();
    if (last.end() - first.start() > LONGEST_NAME || last.end() - first.start() < 2) {
      return Optional.empty();
    }
    Optional<Names.Found> found = names.exact(text(first.start(), last.end()), span(first, last));
    return found.isPresent() && ofOtherBudget(found.get().subject()) ? Optional.empty() : found;
  }

  /** The items of the general budget are no items of a government's other budgets. */
  private boolean ofOtherBudget(Subject subject) {
    Fund fund = setting.fund();
    return subject.item() != null
        && setting.chart() == Chart.governments()
        && (fund == Fund.STATE_CAPITAL || fund == Fund.GOVERNMENT_FUND);
  }

  /** 合计收入 is 收入合计. */
  private Optional<Names.Found> sumBefore(List<Token> tokens) {
    if (tokens.size() != 2 || !is(tokens.getFirst(), WordClass.SUM)) {
      return Optional.empty();
    }
    Token flow = tokens.getLast();
    return isText(flow, "收入") || isText(flow, "支出")
        ? names.exact(
            text(flow.start(), flow.end()) + text(tokens.getFirst().start(), flow.start()),
            span(tokens.getFirst(), flow))
        : Optional.empty();
  }

  /** 收入 and 支出, also with a stage, name what the text speaks of already. */
  private boolean genericFlow(List<Token> tokens) {
    return genericFlow(text(tokens.getFirst().start(), tokens.getLast().end()));
  }

  private static boolean genericFlow(String text) {
    return text.matches("(?:收入|支出)(?:决算|预算|年初预算|全年预算|调整预算)?数?");
  }

  /** A name of the chart with other text before it: another agency's, or an account of its own. */
  private Optional<Names.Found> suffix(List<Token> core, Attributes said) {
    if (core.size() < 2 || !(core.getLast() instanceof Token.Name name)) {
      return Optional.empty();
    }
    Optional<Names.Found> found = lookUp(List.of(name));
    String before = text(core.getFirst().start(), name.start());
    if (found.isEmpty()) {
      return found;
    }
    if (folded.startsLine(name.start()) && names.exact(before, null).isPresent()) {
      said.leftOut = true;
      return found;
    }
    if (before.endsWith("中")) {
      return found;
    }
    if (lexicon.endsAs(WordClass.ENTITY, before) && before.length() <= LONGEST_NAME) {
      Subject subject = found.get().subject();
      return Optional.of(
          own(before)
              ? found.get()
              : new Names.Found(
                  subject.withPerimeter(subject.perimeter(), before), found.get().stage()));
    }
    return Optional.empty();
  }

  /** Whether a name may be a short form of the document's agency: its characters in their order. */
  private boolean own(String name) {
    String agency = setting.agency();
    if (lexicon.isEnd(WordClass.ENTITY, name)) {
      return true;
    }
    if (agency == null) {
      return false;
    }
    int at = -1;
    for (int i = 0; i < name.length(); i++) {
      at = agency.indexOf(name.charAt(i), at + 1);
      if (at < 0) {
        return false;
      }
    }
    return true;
  }

  private List<Names.Found> pairOf(List<Token> core) {
    int from = 0;
    while (from < Math.min(core.size(), MOST_STRIPPED)) {
      for (int to = core.size(); to > from; to--) {
        int end = core.get(to - 1).end();
        int start = core.get(from).start();
        if (end - start <= LONGEST_NAME) {
          List<Names.Found> pair =
              names.pair(text(start, end), span(core.get(from), core.get(to - 1)));
          if (!pair.isEmpty()) {
            return pair;
          }
        }
        if (!strips(core, to - 1, BEHIND)) {
          break;
        }
      }
      if (!strips(core, from, BEFORE)) {
        break;
      }
      from++;
    }
    return List.of();
  }

  private static List<List<Token>> coordinates(List<Token> core) {
    List<List<Token>> pieces = new ArrayList<>();
    int from = 0;
    for (int i = 0; i < core.size(); i++) {
      Token token = core.get(i);
      boolean joint =
          (token instanceof Token.Mark mark && (mark.mark() == '、' || mark.mark() == '，'))
              || is(token, WordClass.WITH)
              || (token instanceof Token.Word word
                  && word.type() == WordClass.LINK
                  && word.value().equals("and"));
      if (joint) {
        if (from < i) {
          pieces.add(core.subList(from, i));
        }
        from = i + 1;
      }
    }
    if (from < core.size()) {
      pieces.add(core.subList(from, core.size()));
    }
    return pieces;
  }

  /** An open account: what is left when words before and behind are taken off. */
  private Optional<Names.Found> open(List<Token> core, Attributes said) {
    int from = 0;
    int to = core.size();
    while (from < to && strips(core, from, BEFORE)) {
      from++;
    }
    while (to > from
        && strips(core, to - 1, BEHIND)
        && !is(core.get(to - 1), WordClass.POSITION)
        && !accountNoun(text(core.get(to - 1).start(), core.get(to - 1).end()))) {
      to--;
    }
    while (to > from && is(core.get(to - 1), WordClass.STAGE)) {
      to--;
    }
    if (from == to || flowOnly(core.subList(from, to))) {
      return Optional.empty();
    }
    int start = core.get(from).start();
    int end = core.get(to - 1).end();
    String name = withoutOwner(text(start, end));
    Matcher stage = STAGE_BEHIND.matcher(name);
    if (stage.find() && stage.start() > 1 && Chart.stageOf(stage.group()).isPresent()) {
      name = name.substring(0, stage.start());
      said.stage = said.stage == null ? Chart.stageOf(stage.group()).get() : said.stage;
    }
    if (genericFlow(name)) {
      return Optional.empty();
    }
    if (name.length() < 2 || name.length() > LONGEST_NAME) {
      said.unknown |= name.length() > LONGEST_NAME;
      return Optional.empty();
    }
    Optional<Names.Found> known =
        names
            .exact(name, span(core.get(from), core.get(to - 1)))
            .filter(f -> !ofOtherBudget(f.subject()));
    return known.isPresent()
        ? known
        : Optional.of(
            new Names.Found(Names.open(name, span(core.get(from), core.get(to - 1))), null));
  }

  /** Whether no more is left than 支出 or 资金, which name nothing. */
  private boolean flowOnly(List<Token> tokens) {
    return tokens.stream()
        .allMatch(
            t ->
                is(t, WordClass.VERB)
                    || is(t, WordClass.NOUN)
                    || is(t, WordClass.STAGE)
                    || is(t, WordClass.SUM)
                    || is(t, WordClass.LINK)
                    || is(t, WordClass.DONE));
  }

  private boolean place(String name) {
    return lexicon.endsAs(WordClass.PLACE, name)
        || "省市县区州盟旗镇乡".indexOf(name.charAt(name.length() - 1)) >= 0;
  }

  /** A name without the document's own place or agency before it. */
  private String withoutOwner(String name) {
    String agency = setting.agency();
    for (int end = name.length() - 2; end >= 2; end--) {
      String owner = name.substring(0, end);
      if (lexicon.isEnd(WordClass.PLACE, owner)
          || (agency != null && agency.contains(owner) && place(owner))) {
        return name.substring(end);
      }
    }
    return name;
  }

  private String flow(List<Token> core) {
    for (int i = core.size() - 1; i >= 0; i--) {
      String word = text(core.get(i).start(), core.get(i).end());
      if (genericFlow(word)) {
        return word.substring(0, 2);
      }
    }
    return "";
  }

  private String text(List<Token> tokens) {
    int to = tokens.size();
    while (to > 1
        && (is(tokens.get(to - 1), WordClass.BOTH)
            || is(tokens.get(to - 1), WordClass.EACH)
            || is(tokens.get(to - 1), WordClass.DONE))) {
      to--;
    }
    return text(tokens.getFirst().start(), tokens.get(to - 1).end());
  }

  private String text(int start, int end) {
    return folded.text().substring(start, end);
  }

  private Span span(Token first, Token last) {
    return spans.span(first.start(), last.end());
  }

  /** What the words around a name say. */
  private final class Attributes {
    private final int yearSpoken;
    private final List<Integer> years = new ArrayList<>();
    private @Nullable Stage stage;
    private @Nullable String period;
    private @Nullable String basis;
    private @Nullable Fund fund;
    private @Nullable Perimeter perimeter;
    private boolean perHead;
    private boolean doubtful;
    private boolean distributed;
    private boolean pair;
    private boolean relative;
    private boolean unknown;
    private boolean leftOut;

    Attributes(int yearSpoken) {
      this.yearSpoken = yearSpoken;
    }

    void add(Token token) {
      if (token instanceof Token.Time time) {
        years.addAll(time.years());
        period = time.period().isEmpty() ? period : time.period();
      } else if (token instanceof Token.Word word) {
        word(word);
      }
    }

    /** 完成预算资金 is what was done, not what was planned. */
    private void stage(Stage said) {
      stage = stage == Stage.EXECUTION && Stages.isBudget(said) ? stage : said;
    }

    /** The level of an agency, 区级, is no perimeter of its accounts. */
    private @Nullable Perimeter perimeter(String value) {
      return value.equals("OWN")
              || (value.equals("GOVERNMENT") && setting.chart() != Chart.governments())
          ? perimeter
          : Perimeter.valueOf(value);
    }

    private boolean isAdjustment(Token.Word word) {
      return folded.text().startsWith("调", word.start());
    }

    private void word(Token.Word word) {
      switch (word.type()) {
        case STAGE -> stage(Stages.of(word.value()));
        case TO -> stage = isAdjustment(word) ? Stage.ADJUSTED_BUDGET : stage;
        case YEAR -> {
          relative |= years.isEmpty();
          if (yearSpoken > 0 && years.isEmpty()) {
            years.add(yearSpoken + Integer.parseInt(word.value()));
          }
        }
        case PERIOD -> period = text(word.start(), word.end());
        case BASIS -> basis = word.value();
        case FUND -> fund = Fund.valueOf(word.value());
        case SCOPE -> perimeter = perimeter(word.value());
        case PER_HEAD -> perHead = true;
        case EACH, BOTH -> distributed = true;
        case PLAN, THRESHOLD, APPROXIMATE -> doubtful = true;
        default -> {}
      }
    }
  }
}
