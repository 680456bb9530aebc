package org.mingzhang.statement;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.mingzhang.account.Chart;
import org.mingzhang.model.Perimeter;

/**
 * Reads what a phrase names: an item, a pair, a name of the chart, a coordination, an open account.
 */
final class SubjectReader {
  private final FoldedText folded;
  private final Names names;
  private final Lexicon lexicon;
  private final NameSearch search;
  private final OpenName open;
  private final @Nullable Subject project;

  /** Whether the document is a government's, in which a level alone is a perimeter. */
  private final boolean government;

  SubjectReader(FoldedText folded, Lexicon lexicon, Names names, Setting setting, SpanMaker spans) {
    this.folded = folded;
    this.names = names;
    this.lexicon = lexicon;
    this.project = setting.project();
    this.government = setting.chart() == Chart.governments();
    Owner owner = new Owner(lexicon, setting.agency());
    this.search = new NameSearch(folded, lexicon, names, setting, spans, owner);
    this.open = new OpenName(folded, lexicon, names, search, owner);
  }

  /** The subjects that are named, with the stages that their names say. */
  List<Names.Found> read(List<Token> core, @Nullable String itemAbove, PhraseWords said) {
    List<Names.Found> items = items(core, itemAbove);
    if (!items.isEmpty()) {
      return said.distributed ? items : items.subList(0, 1);
    }
    if (fundOnly(core)) {
      return List.of();
    }
    Optional<Subject> project = project(core).or(() -> namedProject(core));
    if (project.isPresent()) {
      return List.of(new Names.Found(project.get(), null));
    }
    List<Names.Found> pair = search.pairOf(core);
    if (!pair.isEmpty()) {
      said.pair = true;
      return pair;
    }
    Optional<Names.Found> whole =
        beginsPerHead(core) ? Optional.empty() : search.stripped(core, said);
    if (whole.isPresent()) {
      return List.of(whole.get());
    }
    List<List<Token>> pieces = coordinates(core);
    if (pieces.removeIf(SubjectReader::isStage) && pieces.size() == 1) {
      return search
          .stripped(pieces.getFirst(), said)
          .or(() -> open.read(pieces.getFirst(), said))
          .map(List::of)
          .orElse(List.of());
    }
    if (pieces.size() > 1 && said.distributed) {
      List<Names.Found> each = new ArrayList<>();
      for (List<Token> piece : pieces) {
        search
            .stripped(piece, said)
            .or(() -> open.read(piece, said))
            .or(() -> names.exact(text(piece), null))
            .ifPresent(each::add);
      }
      return each.size() == pieces.size() ? Coordination.of(each, names) : List.of();
    }
    return open.read(core, said).or(() -> levelFunds(core)).map(List::of).orElse(List.of());
  }

  private List<Names.Found> items(List<Token> core, @Nullable String itemAbove) {
    List<Names.Found> found = new ArrayList<>();
    for (Token token : core) {
      if (token instanceof Token.Item item) {
        String printed = folded.text(item.start(), item.end());
        Subject subject = names.item(item, itemAbove, printed, search.span(item, item));
        found.add(new Names.Found(subject, null));
      }
    }
    return found;
  }

  /** 工会经费项目全年预算数: the project that the titles above name, though it is called as an account is. */
  private Optional<Subject> project(List<Token> core) {
    String name = project == null ? null : project.item();
    if (project == null || name == null || core.isEmpty()) {
      return Optional.empty();
    }
    String words = text(core);
    boolean named = words.startsWith(name);
    if (!named && !words.startsWith(project.account())) {
      return Optional.empty();
    }
    int end = core.getFirst().start() + (named ? name : project.account()).length();
    boolean alone = core.stream().allMatch(t -> t.end() <= end || t.start() >= end);
    return alone && core.stream().noneMatch(t -> t.start() >= end && PhraseCore.nameLike(t))
        ? Optional.of(project)
        : Optional.empty();
  }

  /** “修缮库房”项目全年预算数: any project before words for a stage. */
  private Optional<Subject> namedProject(List<Token> core) {
    for (int i = 1; i + 1 < core.size(); i++) {
      boolean staged =
          folded.is(core.get(i), "项目")
              && core.get(i + 1).is(WordClass.STAGE)
              && core.subList(i + 1, core.size()).stream().noneMatch(PhraseCore::nameLike);
      int from = i;
      while (staged
          && from > 0
          && (core.get(from - 1) instanceof Token.Text
              || core.get(from - 1) instanceof Token.Name)) {
        from--;
      }
      if (core.subList(from, i).stream().anyMatch(Token.Text.class::isInstance)) {
        from = from == 1 && core.getFirst().is(WordClass.POSITION) ? 0 : from;
        String name = folded.text(core.get(from).start(), core.get(i).start());
        return name.length() < 3
            ? Optional.empty()
            : Optional.of(
                names.project(
                    name.replaceAll("[“”\"]", ""), search.span(core.get(from), core.get(i - 1))));
      }
    }
    return Optional.empty();
  }

  /** 一般公共预算1129.36万元: a part of the whole before it, by fund. */
  private static boolean fundOnly(List<Token> core) {
    return core.stream().anyMatch(t -> t.is(WordClass.FUND))
        && core.stream()
            .allMatch(
                t ->
                    t instanceof Token.Word word
                        && (word.type() == WordClass.FUND
                            || word.type() == WordClass.AMONG
                            || word.type() == WordClass.LINK
                            || word.type() == WordClass.DONE));
  }

  /**
   * 区级资金: money of a level of government, an account of its own beside that of another level. The
   * level alone is its money in documents of agencies and projects: （中央160万元、省级50万元）.
   */
  private Optional<Names.Found> levelFunds(List<Token> core) {
    if (!government && core.size() == 1 && isLevel(core.getFirst())) {
      Token level = core.getFirst();
      return Optional.of(new Names.Found(Names.open(text(core), search.span(level, level)), null));
    }
    for (int i = 0; i < core.size() - 1; i++) {
      Token money = core.get(i + 1);
      Token level = core.get(i);
      if (isLevel(level)
          && money.is(WordClass.NOUN)
          && lexicon.endsAs(WordClass.ACCOUNT, folded.text(money))) {
        String name = folded.text(level.start(), money.end());
        return Optional.of(new Names.Found(Names.open(name, search.span(level, money)), null));
      }
    }
    return Optional.empty();
  }

  private static boolean isLevel(Token token) {
    return token instanceof Token.Word level
        && level.type() == WordClass.SCOPE
        && level.value().equals(Perimeter.GOVERNMENT.name());
  }

  /** 生均公用经费 is an account of its own, not the office costs. */
  private static boolean beginsPerHead(List<Token> core) {
    for (int i = 0; i < core.size() - 1; i++) {
      if (core.get(i).is(WordClass.PER_HEAD)) {
        return core.subList(i + 1, core.size()).stream().anyMatch(PhraseCore::nameLike);
      }
    }
    return false;
  }

  /** 决算数均为: a stage beside another one, 年初预算数和决算数, names nothing. */
  private static boolean isStage(List<Token> piece) {
    return piece.getFirst().is(WordClass.STAGE)
        && piece.stream()
            .allMatch(
                t ->
                    t.is(WordClass.STAGE)
                        || t.is(WordClass.BOTH)
                        || t.is(WordClass.EACH)
                        || t.is(WordClass.DONE)
                        || t.is(WordClass.VERB));
  }

  private static List<List<Token>> coordinates(List<Token> core) {
    List<List<Token>> pieces = new ArrayList<>();
    int from = 0;
    for (int i = 0; i < core.size(); i++) {
      Token token = core.get(i);
      if (token.joins()) {
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

  private String text(List<Token> tokens) {
    int to = tokens.size();
    while (to > 1
        && (tokens.get(to - 1).is(WordClass.BOTH)
            || tokens.get(to - 1).is(WordClass.EACH)
            || tokens.get(to - 1).is(WordClass.DONE))) {
      to--;
    }
    return folded.text(tokens.getFirst().start(), tokens.get(to - 1).end());
  }
}
