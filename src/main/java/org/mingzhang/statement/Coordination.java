package org.mingzhang.statement;

import java.util.ArrayList;
import java.util.List;
import org.mingzhang.statement.Names.Found;

/**
 * Names that are joined, A、B和C分别为: they stand on one level, and what the last one says holds for
 * those before it. 货物、工程、服务采购规模 are three parts of one account; 中央单位、地方单位采购规模 is one account of two
 * bodies; an account is never beside a part of its own.
 */
final class Coordination {
  private final Names names;
  private final Found last;

  private Coordination(Names names, Found last) {
    this.names = names;
    this.last = last;
  }

  /** The same names, each as what its neighbours make of it. */
  static List<Found> of(List<Found> each, Names names) {
    Coordination coordination = new Coordination(names, each.getLast());
    List<Found> all = new ArrayList<>();
    for (Found one : each.subList(0, each.size() - 1)) {
      all.add(new Found(coordination.besideLast(one.subject()), one.stage()));
    }
    all.add(each.getLast());
    return all;
  }

  private Subject besideLast(Subject subject) {
    Subject end = last.subject();
    if (end.item() != null) {
      return subject;
    }
    if (!end.charted()) {
      return withTail(subject, end.account());
    }
    if (subject.charted()) {
      return names.relations().isWhole(subject, end) ? partUnderOwnName(subject) : subject;
    }
    if (end.entity() != null && names.relations().isBody(subject.account())) {
      return end.withPerimeter(end.perimeter(), subject.account());
    }
    return names.relations().sibling(end, subject).orElse(subject);
  }

  /** 失业、工伤保险基金收入: a word that is no account has the end of the last name in common with it. */
  private Subject withTail(Subject subject, String name) {
    String word = subject.account();
    boolean shares =
        !subject.charted()
            && word.length() < name.length() - 2
            && !Lexicon.standard().endsAs(WordClass.ACCOUNT, word)
            && !names.relations().isBody(word);
    return shares
        ? Names.open(word + name.substring(word.length()), subject.span())
            .withPerimeter(subject.perimeter(), subject.entity())
        : subject;
  }

  private static Subject partUnderOwnName(Subject subject) {
    return subject.withItem(subject.account(), true, subject.printed());
  }
}
