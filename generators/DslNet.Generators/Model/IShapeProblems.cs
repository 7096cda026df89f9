namespace DslNet.Generators.Model;

/// <summary>Receives what shape inference finds wrong with the layer it is looking at.</summary>
internal interface IShapeProblems
{
    /// <summary>The layer's own name, for messages.</summary>
    string LayerName { get; }

    /// <summary>Reports a rule broken by the layer as a whole, or by one of its arguments.</summary>
    /// <param name="ruleId">The rule's id, a member of RuleIds.</param>
    /// <param name="argument">The argument at fault as it is named in the attribute (its property's name), or null for the whole attribute.</param>
    /// <param name="messageArguments">What the rule's message format takes, in its order.</param>
    void Report(string ruleId, string? argument, params object[] messageArguments);
}
