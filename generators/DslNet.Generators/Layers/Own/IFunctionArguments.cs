using DslNet.Generators.Model;

namespace DslNet.Generators.Layers.Own;

/// <summary>The arguments of an attribute that may name a method of the user's.</summary>
internal interface IFunctionArguments : IDeclaredArguments
{
    /// <summary>The method. Where it cannot be read, that is reported, and the function is one to go on with.</summary>
    /// <param name="inputs">How many of its parameters, the first, are inputs; the others are the attribute's arguments.</param>
    OwnFunction Function(int inputs);
}
