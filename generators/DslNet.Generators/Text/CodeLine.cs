namespace DslNet.Generators.Text;

/// <summary>Where a line of C# may be broken: found by its brackets, without a look into its strings.</summary>
internal sealed class CodeLine
{
    private readonly List<int> _spaces = [];

    /// <summary>The spaces between declarations of one line, or between base types.</summary>
    private readonly List<int> _between = [];

    public CodeLine(string line)
    {
        Stack<Brackets> open = new();
        Brackets? longest = null;
        bool inString = false;
        int condition = 0;
        for (int i = 0; i < line.Length; i++)
        {
            char c = line[i];
            if (inString)
            {
                if (c == '\\')
                    i++;
                inString = c != '"';
                continue;
            }

            switch (c)
            {
                case '"':
                    inString = true;
                    break;
                case '(' or '[' or '{':
                case '<' when i > 0 && line[i - 1] != ' ':
                    open.Push(new(c, i, open.Count));
                    break;
                case '>' when open.Count > 0 && open.Peek().Opening == '<' && line[i - 1] != ' ':
                case ')' or ']' or '}' when open.Count > 0:
                    Brackets closed = open.Pop();
                    closed.End = i;
                    if (closed.Opening != '<' && closed.HasSeveral && (longest is null || closed.Depth < longest.Depth || closed.Depth == longest.Depth && closed.Length > longest.Length))
                        longest = closed;
                    break;
                case ',' when open.Count > 0 && i + 1 < line.Length:
                    open.Peek().Separate(i + 2);
                    break;
                case '=' when open.Count == 0 && i + 2 < line.Length && line[i + 1] == '>' && line[i + 2] == ' ':
                    Arrow ??= i + 2;
                    break;
                case '/' when i + 1 < line.Length && i > 0 && line[i + 1] == '/':
                    Comment = i;
                    return;
                case ',' when open.Count == 0 && Constraint is null && i + 1 < line.Length:
                    _between.Add(i + 1);
                    break;
                case '?' when open.Count == 0 && i > 0 && line[i - 1] == ' ' && i + 1 < line.Length && line[i + 1] == ' ':
                    condition = i - 1;
                    break;
                case ':' when open.Count == 0 && condition > 0 && line[i - 1] == ' ':
                    Alternatives = (condition, i - 1);
                    break;
                case ' ':
                    _spaces.Add(i);
                    if (open.Count == 0 && string.CompareOrdinal(line, i, " where ", 0, 7) == 0)
                        Constraint ??= i;
                    break;
            }
        }

        Elements = _between.Count == 0 ? longest?.Elements : null;
    }

    /// <summary>Where a comment behind the code begins; null where there is none.</summary>
    public int? Comment { get; }

    /// <summary>The space behind the arrow of a member whose body is an expression.</summary>
    public int? Arrow { get; }

    /// <summary>The space before the constraint of a type parameter.</summary>
    public int? Constraint { get; }

    /// <summary>The spaces before the question mark and before the colon of a conditional expression; null where there is none.</summary>
    public (int Condition, int Otherwise)? Alternatives { get; }

    /// <summary>Where the elements of the longest list begin: of those that are in the fewest other brackets.</summary>
    public IReadOnlyList<int>? Elements { get; }

    /// <summary>The last space at which a line is no longer than that, between declarations if there is one; the first of all if none is.</summary>
    public int? LastSpace(int most)
    {
        int last = _between.LastOrDefault(space => space <= most);
        if (last == 0)
            last = _spaces.LastOrDefault(space => space <= most);
        return last > 0 ? last : _spaces.Count > 0 ? _spaces[0] : null;
    }

    private sealed class Brackets(char opening, int start, int depth)
    {
        private static readonly List<int> s_none = [];

        public char Opening => opening;

        public int Depth => depth;

        public int End { get; set; }

        public int Length => End - start;

        /// <summary>Where its elements begin.</summary>
        public List<int> Elements { get; private set; } = s_none;

        public bool HasSeveral => Elements.Count > 1;

        /// <summary>Ends an element. Most brackets have one or none, of which no list is needed.</summary>
        public void Separate(int next)
        {
            if (Elements.Count == 0)
                Elements = [start + 1];
            Elements.Add(next);
        }
    }
}
