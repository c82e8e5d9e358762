/** Driver name in the stamp of a picture that the page took itself. */
export const PAGE_CAMERA_DRIVER = 'page-camera';
