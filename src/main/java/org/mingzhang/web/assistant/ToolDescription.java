package org.mingzhang.web.assistant;

/**
 * The name and description of a tool.
 *
 * @param name name in the protocol
 * @param title title for display
 * @param description what it answers and when to use it
 */
record ToolDescription(String name, String title, String description) {}
