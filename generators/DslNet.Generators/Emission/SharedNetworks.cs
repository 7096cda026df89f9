using System.Globalization;
using System.Text;
using DslNet.Generators.Model;
using DslNet.Generators.Text;

namespace DslNet.Generators.Emission;

/// <summary>
/// Finds the networks of a project that are equal but for their classes' names. Programs and kernels of such networks are generated once, in a class of
/// their own, and the networks refer to them. It is called after what it computes, so that no edit elsewhere changes its name.
/// </summary>
internal static class SharedNetworks
{
    /// <summary>The namespace of what networks share.</summary>
    public const string Namespace = "DslNet.Generated__";

    private const string Prefix = "Equal__";

    /// <summary>What several networks have in common, as the specification of a class that has nothing but their programs and kernels.</summary>
    public static EquatableArray<NetworkSpec> Find(IEnumerable<HashedNetwork> networks)
    {
        List<NetworkSpec> shared = [];
        foreach (IGrouping<string, NetworkSpec> alike in networks.Where(each => each.Network.IsValid).GroupBy(each => each.Content, each => each.Network, StringComparer.Ordinal)
                     .Where(group => group.Skip(1).Any()).OrderBy(group => group.Key, StringComparer.Ordinal))
        {
            // Equal names say that networks may be equal, equal specifications that they are.
            int number = 0;
            foreach (IGrouping<NetworkSpec, NetworkSpec> equal in alike.GroupBy(network => As(network, alike.Key)))
            {
                string name = number++ == 0 ? alike.Key : $"{alike.Key}_{number.ToString(CultureInfo.InvariantCulture)}";
                if (equal.Skip(1).Any())
                    shared.Add(As(equal.Key, name));
            }
        }

        return shared.ToEquatableArray();
    }

    /// <summary>Whether a class is none of the user's, but one for what networks share.</summary>
    public static bool Has(TypeSpec type) => type.Namespace == Namespace;

    /// <summary>The class whose programs and kernels a network takes; null where it has its own.</summary>
    public static TypeSpec? Of(HashedNetwork network, EquatableArray<NetworkSpec> shared) => !network.Network.IsValid ? null
        : shared.FirstOrDefault(each => each.Type.Name.StartsWith(network.Content, StringComparison.Ordinal) && As(network.Network, each.Type.Name) == each)?.Type;

    /// <summary>A network with a name for what it is.</summary>
    public static HashedNetwork Hash(NetworkSpec network) => new(network, NameOf(network));

    private static NetworkSpec As(NetworkSpec network, string name) => network with
    {
        Type = new(Namespace, name, EquatableArray<string>.Empty, IsPublic: false, HasConstructor: false, HasSeedConstructor: false),
        Constants = default,
    };

    private static string NameOf(NetworkSpec network)
    {
        StringBuilder text = new(network.IsSequence ? "frames;" : "");
        foreach (PortSpec port in network.Ports)
            text.Append(port.Name).Append(' ').Append(port.Shape).Append(port.Gradient ? "+" : "").Append(';');
        foreach (NodeSpec node in network.Nodes)
            text.Append(node.Name).Append(' ').Append(node.Layer.Declaration).Append(' ').Append(string.Join(",", node.Inputs.Select(Literal.Of))).Append(';');
        foreach (LossSpec loss in network.Losses)
            text.Append(loss.Kind).Append(' ').Append(Literal.Of(loss.Value)).Append(';');

        return Prefix + HintNames.LongHash(text.ToString());
    }
}
