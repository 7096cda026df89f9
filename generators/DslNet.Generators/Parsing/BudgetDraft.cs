using DslNet.Generators.Model;
using DslNet.Generators.Text;
using Microsoft.CodeAnalysis;

namespace DslNet.Generators.Parsing;

/// <summary>The limits that a network declares for its cost. What is generated does not depend on them; only the analyzer compares.</summary>
internal sealed class BudgetDraft
{
    private const string AttributeName = "Budget";

    private readonly AttributeArguments _arguments;

    private BudgetDraft(AttributeArguments arguments, ProblemList problems)
    {
        _arguments = arguments;
        Parameters = Limit(nameof(Parameters));
        Bytes = Limit(nameof(Bytes));
        MultiplyAdds = Limit(nameof(MultiplyAdds));
        arguments.Tell(AttributeName, problems);
    }

    /// <summary>The most parameters, or null for no limit.</summary>
    public long? Parameters { get; }

    /// <summary>The most memory of the parameters as they are stored, or null for no limit.</summary>
    public long? Bytes { get; }

    /// <summary>The most multiply-adds a sample, or null for no limit.</summary>
    public long? MultiplyAdds { get; }

    public static BudgetDraft? Read(NetworkDraft draft, ProblemList problems) =>
        draft.Budget is { } attribute ? new BudgetDraft(new AttributeArguments(attribute), problems) : null;

    /// <summary>Where a limit is written.</summary>
    public Location LocationOf(string limit) => _arguments.LocationOf(limit);

    private long? Limit(string name)
    {
        long? limit = _arguments.Int64(name);
        if (limit is null or > 0)
            return limit;
        _arguments.Report(RuleIds.NumberOutOfRange, name, name, NumberText.Of(limit.Value), "a positive number, or leave it out");
        return null;
    }
}
