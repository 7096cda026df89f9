using System.Reflection;
using System.Reflection.Emit;

namespace DslNet.Networks.Tests;

/// <summary>Calls methods that take a network's own struct of samples, which no test can name.</summary>
internal static class SamplesMethod
{
    /// <summary>A method with a parameter for each span of the struct in place of the struct.</summary>
    /// <typeparam name="T">Its type. Spans that it has no parameter for are empty.</typeparam>
    /// <param name="method">The method; its other parameters have the same names.</param>
    /// <param name="samples">The struct.</param>
    public static T Over<T>(MethodInfo method, Type samples) where T : Delegate
    {
        MethodInfo signature = typeof(T).GetMethod("Invoke")!;
        ParameterInfo[] given = signature.GetParameters();
        DynamicMethod caller = new(method.Name, signature.ReturnType, [.. given.Select(parameter => parameter.ParameterType)], method.Module, skipVisibility: true);
        ILGenerator code = caller.GetILGenerator();
        LocalBuilder local = code.DeclareLocal(samples);
        foreach (FieldInfo field in samples.GetFields())
        {
            int index = Array.FindIndex(given, parameter => parameter.Name == ParameterOf(field) && parameter.ParameterType == field.FieldType);
            if (index < 0)
                continue;
            code.Emit(OpCodes.Ldloca, local);
            code.Emit(OpCodes.Ldarg, (short)index);
            code.Emit(OpCodes.Stfld, field);
        }

        foreach (ParameterInfo parameter in method.GetParameters())
        {
            if (parameter.ParameterType == samples)
                code.Emit(OpCodes.Ldloc, local);
            else if (parameter.ParameterType == samples.MakeByRefType())
                code.Emit(OpCodes.Ldloca, local);
            else
                code.Emit(OpCodes.Ldarg, (short)Array.IndexOf(given, given.Single(each => each.Name == parameter.Name && each.ParameterType == parameter.ParameterType)));
        }

        code.Emit(OpCodes.Call, method);
        code.Emit(OpCodes.Ret);
        return caller.CreateDelegate<T>();
    }

    /// <summary>A span of many samples has the plural of its field's name, unless that is one.</summary>
    private static string ParameterOf(FieldInfo field) =>
        char.ToLowerInvariant(field.Name[0]) + field.Name[1..] + (!field.FieldType.IsByRefLike || field.Name.EndsWith('s') ? "" : "s");
}
