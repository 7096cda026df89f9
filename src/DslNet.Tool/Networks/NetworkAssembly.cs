using System.Reflection;
using System.Runtime.Loader;

namespace DslNet.Tool.Networks;

/// <summary>An assembly that somebody has built, with its networks. Its code runs: networks are created to be described.</summary>
internal sealed class NetworkAssembly
{
    private readonly string _path;
    private readonly Type[] _types;

    private NetworkAssembly(string path, Type[] types) => (_path, _types) = (path, types);

    /// <summary>Loads an assembly, with the ones that it needs from its own folder. DslNet itself is that of this tool.</summary>
    public static NetworkAssembly Load(string path)
    {
        string full = Path.GetFullPath(path);
        if (!File.Exists(full))
            throw new FileNotFoundException($"There is no file {path}. Build the project, and give the path of the .dll below its bin folder.");
        try
        {
            var resolver = new AssemblyDependencyResolver(full);
            var context = new AssemblyLoadContext("Networks");
            context.Resolving += (_, name) => resolver.ResolveAssemblyToPath(name) is { } found ? context.LoadFromAssemblyPath(found) : null;
            Type[] types = [.. context.LoadFromAssemblyPath(full).GetTypes().Where(type => type is { IsClass: true, IsAbstract: false } && type.IsAssignableTo(typeof(INetwork)))];
            return types.Length > 0 ? new(path, types) : throw new InvalidDataException($"{path} has no network: no class in it is marked [Network].");
        }
        catch (Exception e) when (e is BadImageFormatException or FileLoadException or TypeLoadException or ReflectionTypeLoadException or InvalidOperationException)
        {
            throw Unusable(path, e);
        }
    }

    /// <summary>All networks, in the order of their names.</summary>
    public IEnumerable<INetwork> Networks => _types.OrderBy(type => type.FullName, StringComparer.Ordinal).Select(Create);

    /// <summary>The network of a class; the only one, if no name is given.</summary>
    public INetwork Find(string? name)
    {
        Type[] found = [.. _types.Where(type => name is null || type.Name == name || type.FullName == name)];
        string all = string.Join(", ", _types.Select(type => type.FullName).Order(StringComparer.Ordinal));
        return found switch
        {
            [var type] => Create(type),
            [] => throw new ArgumentException($"{_path} has no network {name}. It has {all}."),
            _ => throw new ArgumentException($"{_path} has several networks: {all}. Say which by --network."),
        };
    }

    private INetwork Create(Type type)
    {
        try
        {
            MethodInfo create = type.GetInterfaceMap(typeof(INetwork<>).MakeGenericType(type)).TargetMethods.Single(method => method.ReturnType == type && method.GetParameters().Length == 1);
            return (INetwork)create.Invoke(null, [0])!;
        }
        catch (Exception e) when (e is TypeLoadException or MissingMethodException or TargetInvocationException or InvalidOperationException)
        {
            throw Unusable(_path, e);
        }
    }

    private static InvalidDataException Unusable(string path, Exception cause) => new(
        $"{path} cannot be loaded: {(cause.InnerException ?? cause).Message} It must be built for .NET 10 or older and with a version of DslNet that this tool ({typeof(INetwork).Assembly.GetName().Version}) knows.", cause);
}
