namespace DslNet.Audio.Writing;

/// <summary>A layer of the network that a .nam file describes.</summary>
/// <param name="Name">Its name, which others read it by.</param>
/// <param name="Attribute">The attribute's name.</param>
/// <param name="Arguments">The attribute's arguments, without names of other layers.</param>
/// <param name="Reads">The values that it reads; all but the first are the attribute's first arguments.</param>
/// <param name="Features">Values of a frame of its output.</param>
/// <param name="Tensors">What it has learned.</param>
internal sealed record NamLayer(string Name, string Attribute, IReadOnlyList<string> Arguments, IReadOnlyList<string> Reads, int Features, IReadOnlyList<NamTensor> Tensors)
{
    /// <summary>Whether nothing that the network puts out depends on it, so that it is not declared.</summary>
    public bool IsUnread { get; init; }

    /// <summary>A method of the class that it names, if it does.</summary>
    public string? Method { get; init; }
}
