using DslNet.Generators.Model;

namespace DslNet.Generators.Parsing;

/// <summary>Reads the shape of an input or an output.</summary>
internal static class PortReader
{
    /// <summary>Whether a shape is declared at all: an output need not.</summary>
    public static bool IsDeclared(AttributeArguments arguments) => arguments.Has("Features") || arguments.Has("Channels");

    public static Shape Read(AttributeArguments arguments)
    {
        if (arguments.Has("Vocabulary"))
            return Shape.Tokens(arguments.Has("Length") ? arguments.Size("Length") : 1, arguments.Size("Vocabulary"));

        if (arguments.Has("Features"))
            return Shape.Vector(arguments.Size("Features"));

        if (arguments.Has("Length"))
            return Shape.Signal(arguments.Size("Channels"), arguments.Size("Length"));

        if (arguments.Has("Channels"))
            return Shape.Image(arguments.Size("Channels"), arguments.Size("Height"), arguments.Size("Width"));

        return Shape.Vector(1);
    }
}
