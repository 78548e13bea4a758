#include "scene_writer.h"

#include <assimp/postprocess.h>
#include <assimp/scene.h>
#include <fmt/format.h>

#include <assimp/Exporter.hpp>
#include <exception>
#include <memory>

namespace dorsum::io {
namespace {

aiMesh* to_assimp(const NamedMesh& named) {
  auto mesh = std::make_unique<aiMesh>();
  const geometry::TriangleMesh& source = *named.mesh;
  mesh->mName = std::string(named.name);
  mesh->mPrimitiveTypes = aiPrimitiveType_TRIANGLE;
  mesh->mNumVertices = static_cast<unsigned int>(source.positions.size());
  mesh->mVertices = new aiVector3D[source.positions.size()];
  for (std::size_t i = 0; i < source.positions.size(); ++i) {
    mesh->mVertices[i] = {source.positions[i].x, source.positions[i].y, source.positions[i].z};
  }
  if (source.normals.size() == source.positions.size()) {
    mesh->mNormals = new aiVector3D[source.normals.size()];
    for (std::size_t i = 0; i < source.normals.size(); ++i) {
      mesh->mNormals[i] = {source.normals[i].x, source.normals[i].y, source.normals[i].z};
    }
  }
  mesh->mNumFaces = static_cast<unsigned int>(source.triangles.size());
  mesh->mFaces = new aiFace[source.triangles.size()];
  for (std::size_t i = 0; i < source.triangles.size(); ++i) {
    mesh->mFaces[i].mNumIndices = 3;
    mesh->mFaces[i].mIndices = new unsigned int[3]{source.triangles[i][0], source.triangles[i][1], source.triangles[i][2]};
  }
  return mesh.release();
}

/// Assimp's scene owns everything by raw pointer and frees it.
std::unique_ptr<aiScene> to_assimp(const std::vector<NamedMesh>& meshes) {
  auto scene = std::make_unique<aiScene>();
  const auto count = static_cast<unsigned int>(meshes.size());
  scene->mMaterials = new aiMaterial*[1]{new aiMaterial()};
  scene->mNumMaterials = 1;
  scene->mMeshes = new aiMesh*[count]{};
  scene->mNumMeshes = count;
  scene->mRootNode = new aiNode("atlas");
  scene->mRootNode->mChildren = new aiNode*[count]{};
  scene->mRootNode->mNumChildren = count;
  for (unsigned int i = 0; i < count; ++i) {
    scene->mMeshes[i] = to_assimp(meshes[i]);
    aiNode* const node = new aiNode(std::string(meshes[i].name));
    node->mParent = scene->mRootNode;
    node->mMeshes = new unsigned int[1]{i};
    node->mNumMeshes = 1;
    scene->mRootNode->mChildren[i] = node;
  }
  return scene;
}

}  // namespace

Result<std::string> scene_bytes(const std::vector<NamedMesh>& meshes, const std::string& format) {
  try {
    const std::unique_ptr<aiScene> scene = to_assimp(meshes);
    Assimp::Exporter exporter;
    const aiExportDataBlob* const blob = exporter.ExportToBlob(scene.get(), format);
    if (blob == nullptr || blob->data == nullptr) {
      return bad_input({}, fmt::format("the meshes can't be written as {}: {}", format, exporter.GetErrorString()));
    }
    return std::string(static_cast<const char*>(blob->data), blob->size);
  } catch (const std::exception& problem) {
    return bad_input({}, fmt::format("the meshes can't be written as {}: {}", format, problem.what()));
  }
}

}  // namespace dorsum::io
