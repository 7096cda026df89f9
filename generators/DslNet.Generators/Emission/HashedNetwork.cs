using DslNet.Generators.Model;

namespace DslNet.Generators.Emission;

/// <summary>A network, and a name for what it is apart from its class. It is found once per network: an edit of one does not spell all others of a project.</summary>
/// <param name="Network">The specification.</param>
/// <param name="Content">Equal for networks that are equal but for their classes' names.</param>
internal sealed record HashedNetwork(NetworkSpec Network, string Content);
