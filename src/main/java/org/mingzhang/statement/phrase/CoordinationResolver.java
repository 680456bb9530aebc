package org.mingzhang.statement.phrase;

import java.util.ArrayList;
import java.util.List;
import org.mingzhang.statement.Subject;
import org.mingzhang.statement.token.Lexicon;
import org.mingzhang.statement.token.WordClass;

/**
 * Resolves joined names, A、B和C分别为, with the help of the last one. 货物、工程、服务采购规模 are three parts of
 * one account; 中央单位、地方单位采购规模 is one account of two bodies. An account is never joined with one of
 * its own parts.
 */
final class CoordinationResolver {
  /** Number of characters of the last word of a name of revenue or expenditure: 收入, 支出. */
  private static final int FLOW_WORD_LENGTH = 2;

  private final AccountNameResolver nameResolver;
  private final ResolvedName lastName;

  private CoordinationResolver(AccountNameResolver nameResolver, ResolvedName last) {
    this.nameResolver = nameResolver;
    this.lastName = last;
  }

  /** The resolved names; those before the last are completed by the last one. */
  static List<ResolvedName> resolve(
      List<ResolvedName> joinedNames, AccountNameResolver nameResolver) {
    CoordinationResolver coordination =
        new CoordinationResolver(nameResolver, joinedNames.getLast());
    List<ResolvedName> all = new ArrayList<>();
    for (ResolvedName one : joinedNames.subList(0, joinedNames.size() - 1)) {
      all.add(new ResolvedName(coordination.resolveByLastName(one.subject()), one.stage()));
    }
    all.add(joinedNames.getLast());
    return all;
  }

  private Subject resolveByLastName(Subject subject) {
    Subject end = lastName.subject();
    if (end.item() != null) {
      return subject;
    }
    if (!end.isInChart()) {
      return withSharedEnding(subject, end.account());
    }
    if (subject.isInChart()) {
      return nameResolver.relations().isAncestor(subject, end)
          ? asItemUnderPrintedName(subject)
          : subject;
    }
    if (end.entity() != null && nameResolver.relations().hasEntityEnding(subject.account())) {
      return end.withPerimeterAndEntity(end.perimeter(), subject.account());
    }
    return nameResolver.relations().findSibling(end, subject).orElse(subject);
  }

  /**
   * Completes a word that is not an account by the ending of the last name, 失业、工伤保险基金收入, and a name
   * that ends like the last one by the word for its flow: 失业保险、工伤保险收入.
   */
  private Subject withSharedEnding(Subject subject, String name) {
    String word = subject.account();
    if (!subject.isInChart() && lacksFlowWordOfLastName(word, name)) {
      return Subject.ofUnlistedName(
              word + name.substring(name.length() - FLOW_WORD_LENGTH), subject.span())
          .withPerimeterAndEntity(subject.perimeter(), subject.entity());
    }
    boolean shares =
        !subject.isInChart()
            && word.length() < name.length() - 2
            && !Lexicon.standard().hasEnding(WordClass.ACCOUNT, word)
            && !nameResolver.relations().hasEntityEnding(word);
    return shares
        ? Subject.ofUnlistedName(word + name.substring(word.length()), subject.span())
            .withPerimeterAndEntity(subject.perimeter(), subject.entity())
        : subject;
  }

  /** Whether a name ends like the last one without its flow: 失业保险, 工伤保险收入. */
  private static boolean lacksFlowWordOfLastName(String word, String name) {
    int noun = name.length() - FLOW_WORD_LENGTH;
    return noun > 0
        && (name.endsWith("收入") || name.endsWith("支出"))
        && !NameBoundaryDetector.isGenericFlow(name)
        && word.endsWith(name.substring(noun - 1, noun));
  }

  /** Turns an account that is an ancestor of the last name into an item under its printed name. */
  private static Subject asItemUnderPrintedName(Subject subject) {
    return subject.withAccountAndItem(subject.account(), true, subject.printedName());
  }
}
