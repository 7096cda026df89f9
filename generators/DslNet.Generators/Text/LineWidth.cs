using System.Text;

namespace DslNet.Generators.Text;

/// <summary>
/// Breaks lines that are too wide to be read: a body behind its arrow, a constraint of a type parameter, a list on a line of its own or, where it does not fit there, with one
/// element per line, and else where a space allows it. It is done to a finished text, so that whoever writes it need not know how long names are.
/// </summary>
internal static class LineWidth
{
    /// <summary>The widest line.</summary>
    public const int Most = 140;

    /// <summary>How wide a tab is taken to be.</summary>
    public const int Tab = 4;

    /// <summary>Appends a line, broken where it is too wide.</summary>
    /// <param name="text">What is before it.</param>
    /// <param name="depth">How deep it stands.</param>
    /// <param name="line">The line, without its indentation but what it has of its own.</param>
    public static void Append(StringBuilder text, int depth, string line)
    {
        int own = 0;
        while (own < line.Length && line[own] == '\t')
            own++;
        Break(text, depth + own, own == 0 ? line : line.Substring(own));
    }

    /// <summary>Appends a line as it is; an empty one stays empty.</summary>
    public static void AppendWhole(StringBuilder text, int depth, string line)
    {
        if (line.Length > 0)
            text.Append('\t', depth).Append(line);
        text.Append('\n');
    }

    private static void Break(StringBuilder limited, int depth, string line)
    {
        if (Fits(depth, line))
            AppendWhole(limited, depth, line);
        else if (line.StartsWith("//", StringComparison.Ordinal))
            BreakComment(limited, depth, line);
        else
            BreakCode(limited, depth, line);
    }

    private static bool Fits(int depth, string line) => depth * Tab + line.Length <= Most;

    private static void BreakComment(StringBuilder limited, int depth, string line)
    {
        int slashes = line.StartsWith("///", StringComparison.Ordinal) ? 3 : 2, text = slashes;
        while (text < line.Length && line[text] == ' ')
            text++;

        // What is indented is part of a table: it is broken between columns if it can be, and its other lines stand further to the right.
        bool isTable = text > slashes + 1;
        string mark = line.Substring(0, text) + (isTable ? "    " : "");
        string rest = line;
        while (!Fits(depth, rest) && SpaceIn(rest) is var space && space >= mark.Length)
        {
            AppendWhole(limited, depth, rest.Substring(0, space).TrimEnd());
            rest = mark + rest.Substring(space).TrimStart();
        }

        AppendWhole(limited, depth, rest);

        int SpaceIn(string part)
        {
            int most = Most - depth * Tab, column = isTable ? part.LastIndexOf("  ", most, StringComparison.Ordinal) : -1;
            return column > most / 2 ? column : part.LastIndexOf(' ', most);
        }
    }

    private static void BreakCode(StringBuilder limited, int depth, string line)
    {
        CodeLine code = new(line);
        if (code.Comment is { } comment)
        {
            Break(limited, depth, line.Substring(comment));
            Break(limited, depth, line.Substring(0, comment - 1));
        }
        else if (code.Arrow is { } arrow)
        {
            Break(limited, depth, line.Substring(0, arrow));
            Break(limited, depth + 1, line.Substring(arrow + 1));
        }
        else if (code.Constraint is { } constraint)
        {
            Break(limited, depth, line.Substring(0, constraint));
            Break(limited, depth + 1, line.Substring(constraint + 1));
        }
        else if (code.Alternatives is var (condition, otherwise))
        {
            Break(limited, depth, line.Substring(0, condition));
            Break(limited, depth + 1, line.Substring(condition + 1, otherwise - condition - 1));
            Break(limited, depth + 1, line.Substring(otherwise + 1));
        }
        else if (code.Elements is { } elements && Fits(depth, line.Substring(0, elements[0])))
        {
            AppendWhole(limited, depth, line.Substring(0, elements[0]));
            string list = line.Substring(elements[0]);
            if (Fits(depth + 1, list))
            {
                AppendWhole(limited, depth + 1, list);
                return;
            }

            for (int i = 0; i < elements.Count; i++)
            {
                int end = i + 1 < elements.Count ? elements[i + 1] : line.Length;
                Break(limited, depth + 1, line.Substring(elements[i], end - elements[i]).TrimEnd());
            }
        }
        else if (code.LastSpace(Most - depth * Tab) is { } space)
        {
            AppendWhole(limited, depth, line.Substring(0, space));
            Break(limited, depth + 1, line.Substring(space + 1));
        }
        else
        {
            AppendWhole(limited, depth, line);
        }
    }
}
