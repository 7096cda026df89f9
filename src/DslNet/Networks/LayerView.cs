using DslNet.CompilerServices;

namespace DslNet;

/// <summary>The learned tensors of one layer of a network, by their roles.</summary>
public class LayerView
{
    private readonly INetwork _network;
    private readonly ParameterTensor[] _tensors;

    /// <summary>A view of a layer of a network.</summary>
    /// <param name="network">The network.</param>
    /// <param name="description">One of its layers.</param>
    public LayerView(INetwork network, LayerDescription description)
    {
        ArgumentNullException.ThrowIfNull(network);
        ArgumentNullException.ThrowIfNull(description);
        (_network, Description) = (network, description);
        _tensors = [.. description.Parameters.Select(parameter => new ParameterTensor(network, parameter))];
    }

    /// <summary>The layer's kind, arguments, shape and cost.</summary>
    public LayerDescription Description { get; }

    /// <summary>
    /// Whether optimisers leave the layer's parameters alone, and their own state for them: nothing decays, and moments stay. Gradients are computed
    /// all the same, unless the layer was declared with <c>Frozen = true</c>.
    /// </summary>
    /// <exception cref="InvalidOperationException">The layer was declared frozen and is to learn, or its network is not a generated one.</exception>
    public bool Frozen
    {
        get => Description.IsFrozen || Description.Parameters is [{ } first, ..] && LiveNetworks.Find(_network.Parameters)?.Frozen.Contains(first.Offset) == true;
        set
        {
            if (Description.IsFrozen && !value)
                throw new InvalidOperationException($"{Description.Name} was declared with Frozen = true, so that no gradient of it is computed. Remove Frozen from its declaration, and set it here.");
            NetworkMemory memory = LiveNetworks.Find(_network.Parameters)
                ?? throw new InvalidOperationException($"Optimizers know only of layers of generated networks whether they are frozen, and {Description.Name} is of another one. Leave its parameters out of the step.");
            foreach (ParameterDescription parameter in Description.Parameters)
                memory.Frozen.Set(parameter.Offset, parameter.Layout.StorageLength, value);
        }
    }

    /// <summary>The tensor of a role, such as <c>weight</c> (see <see cref="ParameterDescription.Role"/>).</summary>
    /// <exception cref="ArgumentException">The layer has no such tensor.</exception>
    public ParameterTensor this[string role] => Find(role) ?? throw new ArgumentException(
        $"{Description.Name} has no {role}. {(_tensors.Length == 0 ? "It learns nothing." : $"It has {string.Join(" and ", _tensors.Select(tensor => tensor.Description.Role))}.")}", nameof(role));

    /// <summary>The description, as one line.</summary>
    public override string ToString() => Description.ToString();

    /// <summary>The tensor of a role; null if there is none.</summary>
    private protected ParameterTensor? Find(string role) => Array.Find(_tensors, tensor => tensor.Description.Role == role);
}
