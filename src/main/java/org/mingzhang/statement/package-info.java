/**
 * Reads amounts stated in prose: text is folded, then split into tokens and clauses, which are read
 * as statements with character offsets. Uses the chart of accounts; independent of audit rules.
 *
 * <p>A <i>phrase</i> is the words of a clause before a number, with the account, stage and time
 * that they state. What it does not state is carried over from the <i>topic</i>, the subjects that
 * earlier clauses named, and otherwise from the titles above. A <i>change</i> (比上年减少8万元) is
 * compared with its <i>base</i> (上年). A <i>list</i> (其中, 包括, numbered items) divides a <i>whole</i>
 * into <i>parts</i>, and is open until its last part has been read. Values that 分别 assigns to
 * several subjects or years are <i>distributed</i>. An account that the chart does not have is
 * <i>uncharted</i> or <i>unlisted</i>.
 */
@NullMarked
package org.mingzhang.statement;

import org.jspecify.annotations.NullMarked;
