namespace DslNet.Generators.Parsing;

/// <summary>What an attribute means to a network.</summary>
internal enum AttributeRole
{
    /// <summary>Nothing.</summary>
    None,
    Network,
    Block,
    Input,
    Output,
    Layer,

    /// <summary>The layers of a block.</summary>
    BlockUse,
    Loss,
    Budget,

    /// <summary>That there is code for populations too.</summary>
    Population,

    /// <summary>It derives from the library's layer or loss attribute, but the library does not know it.</summary>
    Foreign,

    /// <summary>There is no such attribute, whether or not one was generated to stand for it. It may be a misspelt layer, so that shapes behind it are doubtful.</summary>
    Unresolved,
}
