package org.mingzhang.statement.phrase;

import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.mingzhang.statement.Subject;
import org.mingzhang.statement.token.FoldedText;
import org.mingzhang.statement.token.Lexicon;
import org.mingzhang.statement.token.ProseToken;
import org.mingzhang.statement.token.SpanMapper;
import org.mingzhang.statement.token.WordClass;
import org.mingzhang.text.PatternTable;

/**
 * Reads the part of an amount that is named by its source, by the method of its allocation, or as
 * the balance that the amount includes.
 */
final class FundingSourceReader {
  private static final PatternTable PATTERNS =
      PatternTable.readForPackageOf(FundingSourceReader.class);
  private static final Pattern PAYING_SOURCE = PATTERNS.get("source");
  private static final Pattern REPAYING_SOURCE = PATTERNS.get("repaying");
  private static final Pattern INCLUDED_BALANCE = PATTERNS.get("included-balance");
  private static final Pattern DISTRIBUTION_METHOD = PATTERNS.get("method");
  private static final Set<String> REPAYMENT_VERBS = Set.of("偿还", "归还");

  private final FoldedText foldedText;
  private final Lexicon lexicon;
  private final AccountNameResolver nameResolver;
  private final SpanMapper spanMapper;

  FundingSourceReader(
      FoldedText foldedText,
      Lexicon lexicon,
      AccountNameResolver nameResolver,
      SpanMapper spanMapper) {
    this.foldedText = foldedText;
    this.lexicon = lexicon;
    this.nameResolver = nameResolver;
    this.spanMapper = spanMapper;
  }

  /** The part of an amount that a phrase names; null for other words. */
  @Nullable Subject findPart(List<ProseToken> tokens) {
    Subject included = findIncludedBalance(tokens);
    return included == null ? findSourceOrMethod(tokens) : included;
  }

  /**
   * The balance that an amount in brackets is said to include, （含上年结转171.55万元）; null for other
   * words, also where they only say what the amount before them covers.
   */
  private @Nullable Subject findIncludedBalance(List<ProseToken> tokens) {
    ProseToken only = tokens.getFirst();
    Matcher included = INCLUDED_BALANCE.matcher(foldedText.text(only));
    return tokens.size() == 1
            && only.isWordOfClass(WordClass.COMPARISON_BASIS)
            && included.matches()
        ? nameResolver
            .resolve(included.group("name"), spanMapper.span(only.start(), only.end()))
            .map(ResolvedName::subject)
            .orElse(null)
        : null;
  }

  /**
   * The part of an amount that is named by its source, 以再融资债券偿还 or 财政资金偿还, or by its method of
   * allocation, 按因素法安排; null for other words.
   */
  private @Nullable Subject findSourceOrMethod(List<ProseToken> tokens) {
    ProseToken first = tokens.getFirst();
    int start = first.start();
    boolean source = first instanceof ProseToken.Text && foldedText.text().charAt(start) == '以';
    boolean repaid =
        tokens.size() > 1 && REPAYMENT_VERBS.contains(foldedText.text(tokens.getLast()));
    if (!source && !repaid && !first.isWordOfClass(WordClass.BY)) {
      return null;
    }
    String words = foldedText.text(start, tokens.getLast().end());
    Matcher paying = (source ? PAYING_SOURCE : REPAYING_SOURCE).matcher(words);
    boolean paid = paying.matches();
    if (!paid && !DISTRIBUTION_METHOD.matcher(words).matches()) {
      return null;
    }
    String name = paid ? paying.group("name") : words;
    int from = paid ? start + paying.start("name") : start;
    return Subject.ofUnlistedName(name, spanMapper.span(from, from + name.length()))
        .withDoubtful(!lexicon.hasEnding(WordClass.ACCOUNT, name));
  }
}
