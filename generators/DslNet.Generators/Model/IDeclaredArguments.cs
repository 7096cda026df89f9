namespace DslNet.Generators.Model;

/// <summary>
/// The arguments of an attribute, by the names of its properties; a constructor's parameter counts as the property of
/// the same name. Where the attribute itself does not compile, every argument has its default and nothing is reported:
/// the compiler does.
/// </summary>
internal interface IDeclaredArguments
{
    /// <summary>Whether the argument is written, or a parameter of the constructor that was chosen.</summary>
    bool Has(string name);

    int Int32(string name, int otherwise);

    /// <summary>A float or double.</summary>
    double Number(string name, double otherwise);

    bool Boolean(string name, bool otherwise);

    /// <summary>A list of strings, a null among them as an empty one.</summary>
    EquatableArray<string> Strings(string name);

    /// <summary>A list of floats; empty where it is left out.</summary>
    EquatableArray<float> Numbers(string name);

    /// <summary>Reports a mistake in one argument, or with null in the attribute as a whole.</summary>
    /// <param name="ruleId">The rule's id. Its message begins with the name of the layer, which the receiver adds.</param>
    /// <param name="argument">The argument's name.</param>
    /// <param name="messageArguments">What the message takes after the layer's name.</param>
    void Report(string ruleId, string? argument, params object[] messageArguments);

    /// <summary>Says that the size of the output is not known, because an argument that decides it makes no sense.</summary>
    void DoubtSize();
}
