/**
 * Readers of the clauses of a section, in order. What a phrase does not state is carried over from
 * the <i>topic</i>, the subjects that earlier clauses named, and otherwise from the titles above. A
 * <i>change</i> (比上年减少8万元) is compared with its <i>base</i> (上年). A <i>list</i> (其中, 包括, numbered
 * items) divides a <i>whole</i> into <i>parts</i>, and is open until its last part has been read.
 * Values that 分别 assigns to several subjects or years are <i>distributed</i>.
 *
 * <p>{@link org.mingzhang.statement.clause.DiscourseState} is the state that all readers share;
 * {@link org.mingzhang.statement.clause.ClauseReader} calls them in turn.
 */
@NullMarked
package org.mingzhang.statement.clause;

import org.jspecify.annotations.NullMarked;
